/** Relatives saved on the account (rule D9). */
export const contactsCopy = {
  heading: '替亲友办理',
  lead: '认证的时候，要本人在您身边刷脸。',
  waiting: '正在找您的亲友…',
  add: '添加',
  addLabel: '添加亲友',
  addBig: '添加一位亲友',
  empty: {
    heading: '还没有亲友',
    text: '爸妈、老伴、邻居都能加。加一次，年年都能用。',
  },
  full: { heading: '已经有 8 位了', text: '最多记 8 位。要加新的，先删一位。' },
  invite: '发邀请给家人',
  inviteNote: '家人在别处，也能替您办',
  consented: '本人已经同意',
  notYet: '本人还没有同意',
  notYetNote: '本人刷一次脸就行。',
  certify: (name: string) => `替${name}认证`,
  records: '认证记录',
  recordsLabel: (name: string) => `看${name}的认证记录`,
  remove: '删掉',
  removeLabel: (name: string) => `删掉${name}`,
  question: {
    heading: (name: string) => `要删掉${name}吗？`,
    text: '只是从名单里删掉。办过的认证不受影响。以后还能再加。',
    keep: '不删，留着',
    remove: '删掉',
    busy: '正在删…',
  },
  removed: (name: string) => `已经删掉${name}`,
};

/** A new relative: what they are to the holder, then who they are. */
export const addContact = {
  relation: { heading: '是您的什么人？', lead: '要添加的这位亲友。' },
  person: {
    heading: '这位亲友叫什么？',
    lead: '请照着本人的身份证写。',
    name: '姓名',
    nameHint: '请用简体字',
    idNumber: '身份证号',
    idNumberHint: '18 位，最后一位可能是 X',
  },
  nameMissing: '请写姓名。',
  submit: '添加',
  busy: '正在添加…',
  toList: '回到名单',
  done: {
    heading: (name: string) => `${name}加好了`,
    text: '以后在“替亲友办理”里就能找到。',
    certify: '现在就认证',
    later: '以后再办',
  },
};
