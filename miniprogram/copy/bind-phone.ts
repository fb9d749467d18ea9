/** The first phone of a card account, or another phone. */
export const bindPhone = {
  bindCard: {
    phone: { heading: '请绑定一个手机号', lead: '绑一次就行，家里人的号码也可以。' },
    code: { heading: '请填短信验证码', action: '绑定手机号', busy: '正在绑定…' },
    done: { heading: '手机号绑定好了', text: '您已经登录好了，可以接着办事。' },
  },
  changePhone: {
    phone: { heading: '请写新的手机号', lead: '换好以后，就用新手机号登录。' },
    code: { heading: '请填短信验证码', action: '换成这个手机号', busy: '正在更换…' },
    done: { heading: '手机号换好了', text: '下次请用新手机号登录，密码不变。' },
  },
  captcha: { heading: '请做一道加法题', lead: '做对了，验证码就发到手机上。' },
  taken: '手机号已注册过',
  takenWhatToDo: '这个手机号已经有账号，请换一个。',
  action: '进入首页',
  later: '以后再绑',
};
