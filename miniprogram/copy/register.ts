/** Registration, one question a page. */
export const register = {
  phone: { heading: '请写您的手机号', lead: '以后用它登录，收验证码。' },
  person: {
    heading: '您叫什么名字？',
    lead: '请照着身份证写。',
    name: '姓名',
    nameHint: '请用简体字',
    idNumber: '身份证号',
    idNumberHint: '18 位，最后一位可能是 X',
    nameMissing: '请写姓名。',
  },
  password: { heading: '给账号定一个密码', lead: '最好写在本子上，收好。' },
  captcha: { heading: '请做一道加法题', lead: '做对了，验证码就发到手机上。' },
  code: { heading: '请填短信验证码', action: '注册', busy: '正在注册…' },
  asOnCard: '身份证上就是这个字',
  /** Under the name, before it is sent. */
  offer: (name: string) => (name === '' ? '' : `简体字是“${name}”。身份证上是哪个字，就用哪个。`),
  checking: '正在看这个名字…',
  simplified: (name: string) => (name === '' ? '' : `改成：${name}`),
  taken: {
    heading: '手机号已注册过',
    lead: '是您自己注册的，还是新换的号码？',
    mine: '是我的：忘记密码',
    mineNote: '换一个新密码，马上就能登录。',
    notMine: '这个号码是新换的，以前的账号不是我的',
    notMineNote: '给您开一个新账号。以前那个账号不再用这个号码，里面的内容谁也看不到。',
    busy: '正在开新账号…',
  },
  done: {
    heading: '恭喜您注册成功',
    text: '您已经登录好了，不用再输密码。下次来，用手机号和密码登录。',
    action: '进入首页',
  },
};
