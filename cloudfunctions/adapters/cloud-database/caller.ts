import { sdk } from './sdk';

/**
 * The openid of the WeChat user who calls, as the platform vouches for it; undefined where no user does, in a timer or
 * a call from another function. The SDK turns digits into a number and may round it: that is no openid.
 */
export function caller(): string | undefined {
  const { OPENID } = sdk().getWXContext();
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : undefined;
}
