import type { SavedContact } from '../../../cloudfunctions/core/domain/documents/family';
import { checkDigitOf } from '../../../miniprogram/shared/id-number';

/** Somebody on the roster. */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
}

/** People who cannot be real: born in 1850. @param index 0 to 999 */
export const someone = (index: number): Person => {
  const first17 = `61052618500101${String(index).padStart(3, '0')}`;
  return { name: '赵先生', idNumber: first17 + checkDigitOf(first17) };
};

/** Where everybody has worked. */
export const unit = { id: 'school-1', name: '第一中学', phone: '09130000001' };

/** A contact of an account. */
export const contact = (id: string, person: Person, consented = false): SavedContact => ({
  id,
  ...person,
  relation: 'mother',
  ...(consented && { consent: { by: 'invitation', at: '2026-06-01T00:00:00.000Z' } }),
});
