/** Another password, or the first. */
export const changePassword = {
  change: { heading: '修改密码', lead: '先写现在的密码，再写新的。' },
  set: { heading: '设一个密码', lead: '以后用手机号和密码也能登录。最好写在本子上，收好。' },
  old: '现在的密码',
  oldMissing: '请输入现在的密码。',
  wrong: '现在的密码不对',
  forgot: '想不起来了：忘记密码',
  action: '保存新密码',
  busy: '正在保存…',
  done: { heading: '密码保存好了', text: '下次登录请用新密码。' },
  home: '回到我的账号',
};
