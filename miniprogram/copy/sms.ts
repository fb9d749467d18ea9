import type { SmsPurpose } from '../shared/contract/account';

const uses: Record<SmsPurpose, string> = {
  register: '用于注册账号',
  reset: '用于重新设置密码',
  bindCard: '用于绑定手机号',
  changePhone: '用于更换手机号',
};

/** The text message that carries a code (rule A3). The number comes early: a short preview shows it. */
export const smsText = (purpose: SmsPurpose, code: string): string =>
  `验证码${code}，${uses[purpose]}，5分钟内有效。工作人员不会向您要验证码，请不要告诉别人。`;
