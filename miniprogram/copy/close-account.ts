/** Closing the account for good (rule A14). */
export const closeAccount = {
  first: {
    heading: '注销账号',
    lead: '注销以后，不能恢复。',
    lost: '会删掉',
    lostItems: ['您的登录手机号和密码', '账号里的姓名和身份证号'],
    kept: '会留下',
    keptItems: ['办过的认证记录。这是发养老金的依据，按规定要保存。'],
    pension: '养老金照常按规定发，不受影响。',
    go: '我要注销',
    stay: '不注销，返回',
  },
  second: {
    heading: '真的要注销吗？',
    lead: '这是最后一步。按了“确定注销”，账号马上删掉，不能恢复。',
    go: '确定注销',
    busy: '正在注销…',
    stay: '不注销，返回',
  },
  done: { heading: '账号已经注销', text: '登录用的信息都删掉了。以后要用，可以重新注册。' },
  home: '回首页',
};
