import type { InvitationKind } from '../shared/contract/family';

interface KindWords {
  readonly text: string;
  readonly note: string;
  /** On the card in the chat: no name, no number (rule D10). */
  readonly title: string;
  readonly heading: string;
  readonly steps: readonly string[];
}

/** An invitation as a card in WeChat: who sends it, who does what (rule D10). */
export const inviteCopy = {
  heading: '邀请家人',
  lead: '发一张卡片到微信里。家人点开，同意就行。',
  kinds: {
    'help-me': {
      text: '家人替我认证',
      note: '我领养老金，家人帮我办',
      title: '请您帮我做养老金认证',
      heading: '请家人替您认证',
      steps: ['您把卡片发给家人', '家人点开卡片，按“同意”', '家人来您身边，用家人的手机给您刷脸'],
    },
    'help-you': {
      text: '我替家人认证',
      note: '家人领养老金，我来办',
      title: '我来帮您做养老金认证',
      heading: '您替家人认证',
      steps: ['您把卡片发给家人', '家人点开卡片，按“同意”', '您到家人身边，用您的手机给家人刷脸'],
    },
  } satisfies Record<InvitationKind, KindWords>,
  relation: { heading: '是您的什么人？', lead: '领养老金的那位家人。' },
  ready: {
    lead: '卡片做好了，请发出去。',
    stepsHeading: '接下来这样办',
    limits: '7 天有效，只能用一次。卡片上没有您的姓名和身份证号。',
    share: '发给微信好友',
    shared: { heading: '发出去以后', text: '等家人点开卡片，按“同意”。没有发出去，再发一次就行。' },
    again: '再发一次',
    back: '回到亲友名单',
  },
  making: '正在做卡片…',
  /** What the mini-program itself is shared as, before there is a card. */
  plainTitle: '养老待遇认证',
};

/** What the person sees who has opened the card. */
export const invitationCopy = {
  waiting: '正在打开邀请…',
  'help-me': {
    heading: '请您帮忙认证',
    text: '同意以后，您的名单里就有这位亲友。每年认证时，您到本人身边，用您的手机刷脸。',
    accept: '同意，我来帮忙',
    done: { heading: '您已经同意了', text: '这位亲友在您的名单里了。现在就可以办认证。', action: '去看亲友名单' },
  },
  'help-you': {
    heading: '家人想帮您认证',
    text: '同意以后，对方能替您办认证、看您的认证记录。认证时还是要您自己刷脸。',
    accept: '同意，请对方帮我',
    done: { heading: '您已经同意了', text: '等家人来您身边，给您刷一次脸就行。别的不用您办。', action: '回首页' },
  },
  from: '谁发来的',
  check: '请看清楚，是不是您认识的人。',
  relation: {
    heading: '是您的什么人？',
    lead: (from: string) => `${from}。按一下，就算同意了。`,
  },
  busy: '正在办…',
  notNow: '先不办，回首页',
  signedOut: {
    heading: '家人给您发了邀请',
    text: '请先登录，登录好了会回到这里。邀请不会丢。',
    signIn: '登录',
    register: '第一次用？免费注册',
  },
  unverified: {
    title: '先确认是您本人',
    whatToDo: '先拍身份证，再刷一次脸。办好以后，再点开微信里的卡片。',
  },
  broken: { heading: '这个邀请打不开', text: '请让家人再发一张卡片给您。' },
  home: '回首页',
};
