import type { Collections } from '../../ports/database';

/**
 * Whose certifications to look for: a corrected number leads to the person of the first one. Whoever is on no roster any
 * more is found by their number. One database call.
 */
export async function personOf({ recipients }: Pick<Collections, 'recipients'>, recipient: string): Promise<string> {
  return (await recipients.get(recipient))?.value.personKey ?? recipient;
}
