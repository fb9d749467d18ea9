import type { Recipient } from '../../domain/documents/roster';
import type { Collections, Stored } from '../../ports/database';
import { retryOnConflict } from './retry-on-conflict';

/** Changes a recipient as it stands by then; one database call where nobody interferes. */
export async function changeRecipient(
  { recipients }: Pick<Collections, 'recipients'>,
  before: Stored<Recipient>,
  change: (recipient: Recipient) => Recipient,
): Promise<Recipient> {
  let seen = before;
  const { value } = await retryOnConflict(async () => {
    const stored = await recipients.replace(seen, change(seen.value));
    const again = stored ?? (await recipients.get(before.id));
    if (!again) throw new Error('The recipient has gone from the roster.');
    seen = again;
    return stored;
  });
  return value;
}
