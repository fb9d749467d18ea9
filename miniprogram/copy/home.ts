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
  unverified: {
    heading: '先确认是您本人',
    text: '拍一下身份证，再刷一次脸。只要做这一次。',
    action: '去实名认证',
  },
  verifiedElsewhere: {
    heading: '您换了账号',
    text: '您已经在别的账号上办了实名认证。要接着用这个账号，请在这里再办一次。',
    action: '去实名认证',
  },
  looking: '正在查您的认证情况…',
  certify: '开始认证',
  scanned: {
    heading: '您扫的码记下了',
    signedOut: '这是单位贴出来的码。登录以后，办理的时候会用到。',
    signedIn: '这是单位贴出来的码，办理的时候会用到。',
  },
  foreign: { heading: '不是我们的码', text: '您刚才扫的码，这里用不上。不影响办认证。' },
  /** For the ear: a stop after each part, so that the voice rests. */
  spoken: (...parts: string[]) =>
    parts
      .filter((part) => part !== '')
      .map((part) => (part.endsWith('。') ? part : `${part}。`))
      .join(''),
  tiles: {
    certify: '我要认证',
    contacts: '替亲友办理',
    records: '我要查询',
    help: '请人帮忙',
    helpNote: '不会用，或者刷不了脸',
  },
};
