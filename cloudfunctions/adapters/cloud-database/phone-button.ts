import type { PhoneButton } from '../../core/ports/phone-button';
import { sdk } from './sdk';

/**
 * 40029: no such code, or too old; 40163: used before.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 */
const DEAD_CODES: readonly unknown[] = [40029, 40163];
const MAINLAND = '86';

/** @rule A8 */
export const phoneButton: PhoneButton = {
  async phoneOf(code) {
    try {
      const { phoneInfo } = await sdk().openapi.phonenumber.getPhoneNumber({ code });
      return String(phoneInfo?.countryCode) === MAINLAND ? phoneInfo?.purePhoneNumber : undefined;
    } catch (fault) {
      if (DEAD_CODES.includes((fault as { errCode?: unknown }).errCode)) return undefined;
      throw fault;
    }
  },
};
