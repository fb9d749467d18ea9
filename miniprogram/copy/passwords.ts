/** Choosing a password. */
export const passwords = {
  first: '新密码',
  again: '再输一遍',
  hint: '8 到 20 位，要有字母，也要有数字',
  old: '现在的密码',
  missing: '请输入密码。',
  differ: '两次的密码不一样，请按“显示”看着再输一遍。',
};
