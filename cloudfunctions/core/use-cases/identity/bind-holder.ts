import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept, refuse } from '../../../../miniprogram/shared/result';
import { hasConsented, withHolder, withoutHolder } from '../../domain/account/account';
import type { Account } from '../../domain/documents/account';
import type { FaceChallenge } from '../../domain/documents/face-check';
import type { ReferencePortrait, SeenStill } from '../../domain/documents/face';
import type { Holder } from '../../domain/documents/identity';
import type { Recipient } from '../../domain/documents/roster';
import type { KeptPerson } from '../../domain/roster/follow';
import { follow, isOnRoster } from '../../domain/roster/follow';
import { nameOn } from '../../domain/roster/name';
import { rememberStills } from '../../domain/face-check/reuse';
import type { Collections, Stored } from '../../ports/database';

/** Whose face was seen, and what it was compared with. */
export interface SeenHolder {
  readonly challenge: Pick<FaceChallenge, 'accountId' | 'recipientId' | 'name' | 'idNumber'>;
  readonly portrait: ReferencePortrait;
  readonly stills: readonly SeenStill[];
}

type Inside = Pick<Collections, 'accounts' | 'cards' | 'holders' | 'recipients'>;

/** The account that the person was verified on until now. */
async function formerAccount({ accounts }: Inside, holder: Holder | undefined, accountId: string) {
  const formerId = holder?.accountId;
  return formerId === undefined || formerId === accountId ? undefined : accounts.get(formerId);
}

/** The former account is told, and whoever signs in by the card comes to the new one from now on. */
async function moveFrom(
  { accounts, cards }: Inside,
  former: Awaited<ReturnType<typeof formerAccount>>,
  { accountId, recipientId }: SeenHolder['challenge'],
  now: Date,
): Promise<void> {
  if (!former) return;
  const card = (await cards.get(recipientId))?.value;
  await accounts.put(former.id, withoutHolder(former.value, now));
  if (card?.accountId === former.id) await cards.put(recipientId, { ...card, accountId });
}

/** Whom the face belongs to, by the name of today; who was on the roster as this person before is so still (rule C3). */
function personOf(
  { name, idNumber }: SeenHolder['challenge'],
  account: Account,
  recipient: Stored<Recipient> | undefined,
  today: ChinaDay,
): KeptPerson {
  const agreedOn = account.idNumber === idNumber ? account.agreedOn : undefined;
  const kept = { name, idNumber, ...(agreedOn !== undefined && { agreedOn }) };
  return follow(kept, nameOn(recipient?.value, today), today);
}

/**
 * Puts the portrait on the roster where the person stands there.
 * @returns the files that nobody needs any more; a former portrait that a reviewer is looking at goes with that review
 */
async function putPortrait(
  { recipients }: Inside,
  recipient: Stored<Recipient> | undefined,
  person: KeptPerson,
  { portrait, stills }: SeenHolder,
  today: ChinaDay,
): Promise<string[]> {
  if (!recipient || !isOnRoster(person, nameOn(recipient.value, today))) return [portrait.fileId];
  const { portrait: former, review } = recipient.value;
  await recipients.put(recipient.id, {
    ...recipient.value,
    portrait,
    seenStills: rememberStills(recipient.value.seenStills ?? [], { stills }),
  });
  return former && former.fileId !== portrait.fileId && !review ? [former.fileId] : [];
}

/**
 * Inside a transaction: the person is verified on this account, and on no other one any more. Consent is looked at again,
 * for the account is written: had it been taken back meanwhile, nothing is.
 * @returns files to delete once the transaction is through
 * @rule B2
 * @rule B3
 */
export async function bindHolder(
  inside: Inside,
  seen: SeenHolder,
  now: Date,
): Promise<Result<{ unused: readonly string[] }, 'CHALLENGE_NOT_FOUND' | 'CONSENT_REQUIRED' | 'NOT_SIGNED_IN'>> {
  const { accountId, recipientId, idNumber } = seen.challenge;
  const account = (await inside.accounts.get(accountId))?.value;
  if (!account) return refuse('NOT_SIGNED_IN');
  if (!hasConsented(account)) return refuse('CONSENT_REQUIRED');
  if (account.verified && account.idNumber !== idNumber) return refuse('CHALLENGE_NOT_FOUND');
  const holder = (await inside.holders.get(recipientId))?.value;
  const recipient = await inside.recipients.get(recipientId);
  const former = await formerAccount(inside, holder, accountId);
  const today = chinaDay(now);
  const person = personOf(seen.challenge, account, recipient, today);
  await inside.accounts.put(accountId, withHolder(account, person, now));
  await inside.holders.put(recipientId, {
    ...holder,
    accountId,
    seenStills: rememberStills(holder?.seenStills ?? [], seen),
  });
  await moveFrom(inside, former, seen.challenge, now);
  return accept({ unused: await putPortrait(inside, recipient, person, seen, today) });
}
