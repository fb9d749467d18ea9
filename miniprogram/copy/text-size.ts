/** How large everything is shown. */
export const textSizeCopy = {
  heading: '字要多大？',
  lead: '按一下，马上就能看到样子。',
  sizes: { wechat: '跟微信一样大', standard: '标准', large: '大', largest: '特大' },
  chosen: '现在用的',
  sample: '这是正文的样子：请在七月三十一日前完成认证。',
  done: '就用这个',
};
