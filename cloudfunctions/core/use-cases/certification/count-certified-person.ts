import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import type { Account } from '../../domain/documents/account';
import type { FaceChallenge } from '../../domain/documents/face-check';
import { afterCertifying, withoutPerson } from '../../domain/certification/people';
import type { Collections, Stored } from '../../ports/database';
import { requireRoom } from './requirements';
import { requireConsent } from '../steps/require-consent';
import type { Caller } from '../steps/sessions';
import { retryOnConflict } from '../steps/retry-on-conflict';

type Database = Pick<Collections, 'accounts' | 'alerts'>;
type Who = Pick<FaceChallenge, 'accountId' | 'wechatUserKey' | 'personKey' | 'method' | 'contactId'>;

const noteOn = async (
  { accounts, alerts }: Database,
  seen: Stored<Account>,
  who: Who,
  now: Date,
): Promise<Result<object, 'CONSENT_REQUIRED' | 'TOO_MANY_PEOPLE'> | undefined> => {
  const consent = requireConsent(seen.value);
  if (!consent.ok) return consent;
  const room = await requireRoom({ alerts }, seen.value, who, now);
  if (!room.ok) return room;
  const changed = afterCertifying(seen.value, who, now);
  if (changed === seen.value) return accept({});
  return (await accounts.replace(seen, changed)) && accept({});
};

/**
 * Counts a person for the account before the certification is written, so that of any number at once no account gets
 * beyond its share; with it goes the consent that a contact's own face has given. One database call, none where nothing
 * changes.
 * @rule D9
 * @rule D11
 */
export async function countCertifiedPerson(
  database: Database,
  { accountId, account, revision }: Caller,
  who: Who,
  now: Date,
): Promise<Result<object, 'CONSENT_REQUIRED' | 'NOT_SIGNED_IN' | 'TOO_MANY_PEOPLE'>> {
  let seen: Stored<Account> | undefined = { id: accountId, revision, value: account };
  return retryOnConflict(async () => {
    if (!seen) return refuse('NOT_SIGNED_IN');
    const noted = await noteOn(database, seen, who, now);
    if (!noted) seen = await database.accounts.get(accountId);
    return noted;
  });
}

/** Takes the person back whom another account has certified at the same moment. */
export async function forgetCertifiedPerson(
  { accounts }: Database,
  accountId: string,
  personKey: string,
): Promise<void> {
  await retryOnConflict<object>(async () => {
    const seen = await accounts.get(accountId);
    return seen ? accounts.replace(seen, withoutPerson(seen.value, personKey)) : {};
  });
}
