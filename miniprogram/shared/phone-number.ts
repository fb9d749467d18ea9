import type { Result } from './result';
import { accept, refuse } from './result';
import { plainNumber } from './typed-text';

const DASHES = /[-\u2010-\u2015\u2212\uFE58\uFE63]/g;
const COUNTRY_CODE = /^(?:\+|00)?86(?=1\d{10}$)/;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

/**
 * A mainland mobile number as 11 digits. Full-width digits, spaces, dashes and a leading +86 (0086, 86) are accepted.
 * @rule A1
 */
export function readPhoneNumber(text: string): Result<string, 'BAD_PHONE'> {
  const phone = plainNumber(text).replace(DASHES, '').replace(COUNTRY_CODE, '');
  return MAINLAND_MOBILE.test(phone) ? accept(phone) : refuse('BAD_PHONE');
}
