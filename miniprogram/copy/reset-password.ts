/** Forgotten password. */
export const resetPassword = {
  phone: { heading: '忘记密码，换一个', lead: '请写注册时用的手机号。' },
  password: { heading: '请定一个新密码', lead: '最好写在本子上，收好。' },
  captcha: { heading: '请做一道加法题', lead: '做对了，验证码就发到手机上。' },
  code: { heading: '请填短信验证码', action: '换成新密码', busy: '正在换密码…' },
  done: {
    heading: '新密码换好了',
    text: '锁也打开了。您已经登录好了，不用再输密码。',
    action: '进入首页',
  },
};
