import { chinaDay } from '../../../miniprogram/shared/china-time';
import type { AccountApi } from '../../../miniprogram/shared/contract/account';
import { readIdNumber } from '../../../miniprogram/shared/id-number';
import { readNewPassword } from '../../../miniprogram/shared/password';
import { normalisePersonName, readPersonName } from '../../../miniprogram/shared/person-name';
import { readPhoneNumber } from '../../../miniprogram/shared/phone-number';
import type { Result } from '../../../miniprogram/shared/result';
import { accept, refuse } from '../../../miniprogram/shared/result';
import type { NameScript, Roster } from '../ports';

/** What a new account is made from, normalised and sound. */
export interface NewAccountForm {
  /** 11 digits */
  readonly phone: string;
  readonly name: string;
  /** 18 characters */
  readonly idNumber: string;
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
  return accept({ phone: phone.data, name: name.data, idNumber: idNumber.data, password: password.data });
}

export interface NameCheckDependencies {
  readonly script: NameScript;
  readonly roster: Roster;
}

/**
 * Refuses traditional characters, unless the roster has the very name. To be asked only by somebody whose phone is
 * proven: the answer tells whether a traditional name stands beside a number on the roster.
 * @rule A6
 */
export async function checkScript(
  { script, roster }: NameCheckDependencies,
  { name, idNumber }: Pick<NewAccountForm, 'name' | 'idNumber'>,
): Promise<Result<object, 'TRADITIONAL_NAME'>> {
  const simplified = await script.simplified(name);
  if (simplified === name) return accept({});
  const onRoster = await roster.nameOf(idNumber);
  const isOnRoster = onRoster !== undefined && normalisePersonName(onRoster) === name;
  return isOnRoster ? accept({}) : refuse('TRADITIONAL_NAME', { simplified });
}
