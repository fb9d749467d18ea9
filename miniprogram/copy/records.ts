/** The history, one's own or a relative's (rule D12). */
export const recordsCopy = {
  heading: '认证记录',
  who: '看谁的记录',
  self: '我自己',
  waiting: '正在找记录…',
  year: (year: string) => `${year}年`,
  until: (day: string) => `有效期到 ${day}`,
  open: '看凭证',
  more: '再看早些年的',
  loadingMore: '正在找…',
  end: '就这些，没有更早的了。',
  empty: {
    self: { heading: '还没有认证记录', text: '认证以后，这里就能查到。' },
    other: { heading: '还没有认证记录', text: '替亲友认证以后，这里就能查到。' },
  },
  certify: '去认证',
  addContact: '想看家里人的？加一位亲友',
};
