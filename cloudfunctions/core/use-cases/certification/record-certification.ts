import type { Outcome } from '../../domain/certification/certification';
import { certificationId } from '../../domain/certification/certification';
import type { Certification } from '../../domain/documents/certification';
import { resumptionId } from '../../domain/certification/resumption';
import type { Collections, Database } from '../../ports/database';

export type RecordDependencies = Pick<Database, 'transact'> & Pick<Collections, 'certifications'>;

/**
 * Writes a certification with all that follows from it, or nothing. The certification comes first: where there is one
 * for the person and period, everything ends there. At most five database calls.
 * @param recipient the id of the recipient's document
 * @param first what else must come about for it to be written
 * @returns false where somebody else was faster
 * @rule D3
 * @rule E3
 */
export const recordCertification = (
  database: RecordDependencies,
  recipient: string,
  { certification, changes, resumption }: Outcome,
  first: (inside: Collections) => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> => {
  const { personKey, period } = certification;
  return database.transact(async (inside) => {
    const { certifications, ledger, recipients } = inside;
    if (!(await first(inside))) return false;
    if (!(await certifications.create(certificationId(personKey, period), certification))) return false;
    if (!(await recipients.merge(recipient, changes))) throw new Error('The recipient has gone from the roster.');
    const isWritten = !resumption || (await ledger.create(resumptionId(personKey, period), resumption));
    if (!isWritten) throw new Error('The ledger has a resumption that no certification belongs to.');
    return true;
  });
};

/** The certification that stands in the way of another one. */
export async function existingCertification(
  { certifications }: RecordDependencies,
  personKey: string,
  period: string,
): Promise<Certification> {
  const standing = await certifications.get(certificationId(personKey, period));
  if (!standing) throw new Error('A certification could not be written, and there is none.');
  return standing.value;
}
