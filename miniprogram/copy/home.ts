/** The first page. */
export const home = {
  waiting: '正在看您有没有登录…',
  greeting: (name: string | undefined) => (name === undefined ? '您好' : `${name}，您好`),
  signedOut: {
    heading: '请先登录',
    text: '登录以后，就能在这里办养老待遇资格认证。',
    action: '登录',
    second: '第一次用？免费注册',
  },
  noPhone: {
    heading: '请绑定手机号',
    text: '绑定以后才能接着办。家里人的手机号也可以。',
    action: '绑定手机号',
  },
  ready: {
    heading: '您已经登录好了',
    text: '现在没有要办的事。开始认证以后，这里会告诉您。',
  },
  scanned: {
    heading: '您扫的码记下了',
    signedOut: '这是单位贴出来的码。登录以后，办理的时候会用到。',
    signedIn: '这是单位贴出来的码，办理的时候会用到。',
  },
  account: '我的账号',
  textSize: '字的大小',
  privacy: '保护您的信息',
};
