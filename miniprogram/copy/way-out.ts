import type { ButtonWay } from '../shared/way-out';

/** What stands on the button that leads where a refusal is mended. */
export const wayOutWords = {
  again: '再试一次',
  phone: '改手机号',
  person: '改姓名或号码',
  simplified: '改成简体字',
  password: '改密码',
  captcha: '再发一次验证码',
  code: '再填一次验证码',
  retake: '重拍',
  face: '重来一次',
  'id-card': '去拍身份证',
  consent: '去看说明',
  'sign-in': '去登录',
  register: '免费注册',
  'reset-password': '忘记密码',
  'bind-phone': '去绑定手机号',
  'real-name': '去实名认证',
  certify: '我要认证',
  contacts: '去看亲友名单',
  records: '看认证记录',
  help: '请人帮忙',
  'help-requests': '看办到哪一步了',
  home: '回首页',
  'call-unit': '打电话问单位',
  'call-agency': '打电话问经办机构',
} satisfies Record<ButtonWay, string>;
