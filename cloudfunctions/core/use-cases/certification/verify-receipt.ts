import { accept } from '../../../../miniprogram/shared/result';
import type { Queries } from '../../ports/queries';
import type { Action } from '../steps/action';

export interface VerifyReceiptDependencies {
  readonly queries: Pick<Queries, 'certificationByNumber'>;
}

/**
 * Says to whoever scans a receipt whether it is genuine, and nothing about the person. Nobody need be signed in: sixteen
 * digits are not found by trying. One database call.
 * @rule D8
 */
export const verifyReceipt =
  ({ queries }: VerifyReceiptDependencies): Action<'verifyReceipt'> =>
  async ({ number }) => {
    const found = (await queries.certificationByNumber(number))?.value;
    if (!found) return accept({ genuine: false });
    const { method, at, until, demonstration } = found;
    return accept({ genuine: true, method, at: at.toISOString(), until, demonstration });
  };
