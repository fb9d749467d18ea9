import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { AccountApi } from '../../../../miniprogram/shared/contract/account';
import { readIdNumber } from '../../../../miniprogram/shared/id-number';
import { readNewPassword } from '../../../../miniprogram/shared/password';
import { readPersonName } from '../../../../miniprogram/shared/person-name';
import { readPhoneNumber } from '../../../../miniprogram/shared/phone-number';
import type { Result } from '../../../../miniprogram/shared/result';
import { accept } from '../../../../miniprogram/shared/result';

/** What a new account is made from, normalised and sound. */
export interface NewAccountForm {
  /** 11 digits */
  readonly phone: string;
  readonly name: string;
  /** 18 characters */
  readonly idNumber: string;
  readonly asOnCard: boolean;
  readonly password: string;
}

/**
 * Checks all that can be checked by looking at it.
 * @rule A1
 * @rule A5
 * @rule A7
 */
export function readNewAccountForm(
  input: AccountApi['register']['input'],
  now: Date,
): Result<NewAccountForm, 'BAD_ID_NUMBER' | 'BAD_NAME' | 'BAD_PHONE' | 'PASSWORDS_DIFFER' | 'WEAK_PASSWORD'> {
  const phone = readPhoneNumber(input.phone);
  if (!phone.ok) return phone;
  const idNumber = readIdNumber(input.idNumber, chinaDay(now));
  if (!idNumber.ok) return idNumber;
  const name = readPersonName(input.name, idNumber.data);
  if (!name.ok) return name;
  const password = readNewPassword(input, { phone: phone.data, idNumber: idNumber.data });
  if (!password.ok) return password;
  return accept({
    phone: phone.data,
    name: name.data,
    idNumber: idNumber.data,
    asOnCard: input.asOnCard === true,
    password: password.data,
  });
}
