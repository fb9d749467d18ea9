/** The three steps that prove a phone: number, sum, code. */
export const phoneProof = {
  phone: { label: '手机号', hint: '11 位数字' },
  captcha: {
    waiting: '正在出题，请稍等…',
    picture: '图片上有一道加法题。听不到题目的话，请按“看不清？用文字题”。',
    answer: '您算出来是几？',
    change: '看不清，换一张',
    inWords: '看不清？用文字题',
    asPicture: '换回图片题',
    send: '发短信验证码',
    sending: '正在发短信…',
    missing: '请先把算出来的数写在这里。',
  },
  code: {
    sentTo: '短信已经发到',
    label: '短信验证码',
    hint: '短信里的 6 位数字，5 分钟内有效',
    missing: '请写短信里的 6 位数字。',
    waitFirst: (minutes: string) => `没收到？可以在 ${minutes}后再发一次。`,
    again: '没收到？再发一次',
  },
};
