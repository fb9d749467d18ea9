import { wordsOf } from './words-of';
import type { HelpReason, HelpState } from '../shared/contract/help';

interface TileWords {
  readonly text: string;
  readonly note: string;
}

/** Why somebody asks for help (rule F1). */
export const helpReasonWords = {
  'old-or-ill': { text: '年纪大、身体不好', note: '刷脸做不下来' },
  'bed-ridden': { text: '卧床，起不来', note: '' },
  deaf: { text: '听不清、听不见', note: '' },
  dementia: { text: '记性不好，做不来', note: '失智、认不清人' },
  'face-changed': { text: '样子变了，认不出', note: '生病、手术，或者照片太旧' },
  'no-id-card': { text: '没有身份证', note: '丢了、过期了，或者拍不清' },
  abroad: { text: '人在国外或境外', note: '' },
  'no-face-processing': { text: '不想刷脸', note: '换别的办法办' },
  'data-wrong': { text: '登记的信息错了', note: '姓名、号码不对，查无此人' },
  other: { text: '别的原因', note: '' },
} satisfies Record<HelpReason, TileWords>;

export const helpReasonInWords = (reason: string): TileWords => wordsOf(helpReasonWords, reason, helpReasonWords.other);

/** Asking for help in two taps. */
export const askForHelp = {
  heading: '遇到什么困难？',
  lead: '按一下最像的那个。单位会给您打电话，或者上门来办。',
  confirm: {
    heading: '请单位的人来帮忙',
    lead: '没有错，就按“请人帮忙”。',
    forWhom: '给谁办',
    self: '我自己',
    contact: '您的亲友',
    typed: '刚才填的那位',
    reason: '什么困难',
    phone: '打哪个电话找您',
    otherPhone: '换一个电话',
    phoneHint: '手机、座机都行，家里人的也可以',
    phoneWrong: '请写 11 位手机号。座机要带区号，国外的号码前面加 +。',
    change: '困难选错了，换一个',
    submit: '请人帮忙',
    busy: '正在交上去…',
  },
  done: {
    heading: '已经交上去了',
    withOffice: (office: string) => `${office}会给您打电话。请留意电话。不用再交。`,
    withoutOffice: '工作人员会给您打电话。请留意电话。不用再交。',
    follow: '看办到哪一步了',
    home: '回首页',
  },
  call: '打电话问问',
  callLabel: (office: string) => `打电话给${office}`,
  askWhom: (office: string) => `有事请问：${office}`,
  askUnit: '有事请问退休时的单位。',
  signedOut: {
    heading: '请先登录',
    text: '登录以后，按两下就能请人帮忙。登录不了，就给退休时的单位打电话。让家里人去一趟也行。',
    signIn: '去登录',
  },
  waiting: '正在看您的账号…',
};

const helpStateWords = {
  requested: { text: '已经交上去了', note: '等单位的人来接。' },
  accepted: { text: '有人接了', note: '单位会打电话给您，约日子。' },
  scheduled: { text: '日子约好了', note: '那天请在家，备好身份证。' },
  done: { text: '办好了', note: '不用再做什么。' },
  'not-possible': { text: '这次没有办成', note: '请打电话问问。也可以再请一次。' },
  withdrawn: { text: '您撤回了', note: '要办的话，可以再请一次。' },
} satisfies Record<HelpState, TileWords>;

export const helpStateInWords = (state: string): TileWords =>
  wordsOf(helpStateWords, state, { text: '正在办', note: '请打电话问问。' });

/** Where the requests stand (rule F2). */
export const helpRequestsCopy = {
  heading: '请人帮忙，办到哪了',
  waiting: '正在看办到哪一步…',
  empty: {
    heading: '您没有请过人帮忙',
    text: '刷脸办不了，就请单位的人帮忙。打电话说，或者上门来办。',
  },
  ask: '请人帮忙',
  another: '再请人帮忙',
  steps: { requested: '交了', accepted: '接了', scheduled: '约好', done: '办好' },
  stepsLabel: (at: string) => `办到：${at}`,
  forWhom: (name: string) => `给${name}办`,
  asked: (day: string) => `${day}交的`,
  visit: (day: string, visitor: string) => `${day}，${visitor}上门。`,
  withdraw: '不用来了，撤回',
  withdrawLabel: (name: string) => `撤回给${name}的请求`,
  question: {
    heading: '真的不用来了吗？',
    text: '撤回以后，单位的人就不来了。以后要办，可以再请。',
    keep: '不撤回，等人来',
    withdraw: '撤回',
    busy: '正在撤回…',
  },
};
