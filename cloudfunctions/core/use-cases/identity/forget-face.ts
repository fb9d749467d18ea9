import { withoutConsent } from '../../domain/account/account';
import type { Account } from '../../domain/documents/account';
import type { Collections, Database } from '../../ports/database';
import type { Files } from '../../ports/files';
import type { KeyedHash } from '../../ports/keyed-hash';
import type { Queries } from '../../ports/queries';
import { retryOnConflict } from '../steps/retry-on-conflict';

export interface ForgetFaceDependencies {
  readonly database: Pick<Database, 'transact'> &
    Pick<Collections, 'accounts' | 'certifications' | 'enrolments' | 'recipients'>;
  readonly files: Pick<Files, 'remove'>;
  readonly hash: KeyedHash;
  readonly queries: Pick<Queries, 'certificationsOf' | 'enrolmentsOf'>;
}

/** More than an account photographs within the day that a card is kept. */
const MOST_ENROLMENTS = 100;
/** Certifications of a person whose numbers of the face may still be there. */
const MOST_CERTIFICATIONS = 100;

/** First of all: from here on nothing new is made of a face for this account. */
const takeConsent = ({ accounts }: Pick<Collections, 'accounts'>, accountId: string): Promise<Partial<Account>> =>
  retryOnConflict<Partial<Account>>(async () => {
    const seen = await accounts.get(accountId);
    if (!seen) return {};
    return seen.value.consent ? (await accounts.replace(seen, withoutConsent(seen.value)))?.value : seen.value;
  });

async function forgetEnrolments(
  { database, files, queries }: ForgetFaceDependencies,
  accountId: string,
): Promise<void> {
  const enrolments = await queries.enrolmentsOf(accountId, MOST_ENROLMENTS);
  if (enrolments.length === 0) return;
  // The files first: cut off in between, a repeat finds the rest by its documents.
  await files.remove(enrolments.map(({ value }) => value.portrait.fileId));
  for (const { id } of enrolments) await database.enrolments.remove(id);
}

async function forgetPortrait({ database, files }: ForgetFaceDependencies, recipientId: string): Promise<void> {
  const portrait = (await database.recipients.get(recipientId))?.value.portrait;
  if (portrait?.from !== 'id-card') return;
  await files.remove([portrait.fileId]);
  await database.transact(async ({ recipients }) => {
    const recipient = (await recipients.get(recipientId))?.value;
    if (recipient?.portrait?.fileId !== portrait.fileId) return;
    const { portrait: _forgotten, ...rest } = recipient;
    await recipients.put(recipientId, rest);
  });
}

/** The certification itself is a public record and stays. */
async function forgetTemplates({ database, queries }: ForgetFaceDependencies, recipientId: string): Promise<void> {
  const person = (await database.recipients.get(recipientId))?.value.personKey ?? recipientId;
  for (const seen of await queries.certificationsOf(person, MOST_CERTIFICATIONS)) {
    const { template, ...rest } = seen.value;
    if (template !== undefined) await database.certifications.replace(seen, rest);
  }
}

/**
 * Takes consent back, and deletes what was made from faces: the cards that the account has photographed, and of its
 * holder the portrait from the identity card and the numbers that stand for the face. Whose name is only typed and not
 * verified is nobody's holder: nothing of that person is touched. Repeated, it changes nothing more.
 * @rule B2
 */
export async function forgetFace(deps: ForgetFaceDependencies, accountId: string): Promise<void> {
  const { verified, idNumber } = await takeConsent(deps.database, accountId);
  await forgetEnrolments(deps, accountId);
  if (!verified || idNumber === undefined) return;
  const recipientId = deps.hash.of('id-number', idNumber);
  await forgetPortrait(deps, recipientId);
  await forgetTemplates(deps, recipientId);
}
