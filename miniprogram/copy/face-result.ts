/** What came of a live face. */
export const faceResult = {
  certified: {
    heading: '认证成功',
    until: (day: string) => `有效期到 ${day}`,
    text: '养老金照常发，今年不用再办。',
    receipt: '看凭证',
    share: '告诉家人',
  },
  demonstration: '这是演示，不算数',
  review: {
    heading: '已经交上去了',
    what: '接下来怎么办',
    steps: [
      '工作人员会看照片，核对是不是本人。',
      '7 天之内有结果，在首页就能看到。',
      '这几天什么也不用做，养老金不会因为等结果停发。',
    ],
  },
  refused: {
    tips: '请这样试试',
    triesLeft: (tries: number) => `今天还可以试 ${tries} 次。`,
    again: '再试一次',
    gentle: '动作做不来？用省力的办法',
    help: '请人帮忙',
    helpNote: '不方便刷脸，可以请单位上门，或者换别的办法。',
  },
  tomorrow: { heading: '今天先歇一歇', text: '试的次数多了，请明天再来。着急的话，可以请人帮忙。' },
  verified: {
    heading: '实名认证好了',
    text: '已经确认您是本人，以后不用再办。',
    goOn: '接着认证',
  },
  lost: { heading: '这里没有结果', text: '刷脸的结果已经看过了，或者还没有刷脸。', goOn: '去认证' },
  /** For the ear: a stop after each part, so that the voice rests. */
  spoken: (...parts: string[]) => parts.map((part) => (part.endsWith('。') ? part : `${part}。`)).join(''),
  shareTitle: (day: string) => `养老金认证办好了，有效期到 ${day}`,
};
