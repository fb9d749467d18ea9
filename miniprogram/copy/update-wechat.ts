/** For a WeChat that is too old for this app. */
export const updateWechatWords = {
  heading: '请更新微信',
  lead: '您手机上的微信太旧了，这里打不开。',
  action: '更新微信',
  steps: ['更新一下就好，不收钱。', '打开手机的应用商店，找到“微信”，按“更新”。', '更新好以后，再扫一次码。'],
  otherwise: '不会更新，请家里人帮一下，或者用家里人的手机办。也可以给退休时的单位打电话。',
};
