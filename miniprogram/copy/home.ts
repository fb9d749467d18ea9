import { lastInWords } from './certification';
import type { Method } from '../shared/contract/certification';
import type { Instant } from '../shared/china-time';

/** The first page. */
export const home = {
  waiting: '正在看您有没有登录…',
  greeting: (name: string | undefined) => (name === undefined ? '您好' : `${name}，您好`),
  signedOut: {
    heading: '请先登录',
    text: '登录以后，就能在这里办养老待遇资格认证。',
    action: '登录',
    second: '第一次用？免费注册',
  },
  noPhone: {
    heading: '请绑定手机号',
    text: '绑定以后才能接着办。家里人的手机号也可以。',
    action: '绑定手机号',
  },
  unverified: {
    heading: '先确认是您本人',
    text: '拍一下身份证，再刷一次脸。只要做这一次。',
    action: '去实名认证',
  },
  movedAway: {
    heading: '您换了账号',
    text: '您已经在别的账号上办了实名认证。要接着用这个账号，请在这里再办一次。',
    action: '去实名认证',
  },
  looking: '正在查您的认证情况…',
  until: (day: string) => `有效期到 ${day}`,
  lastDay: (day: string) => `最后一天：${day}`,
  opens: (day: string) => `${day} 开始`,
  certified: {
    heading: '您已认证',
    text: (last: { at: Instant; method: Method } | undefined) =>
      `${last === undefined ? '' : `${lastInWords(last)}。`}养老金照常发，不用再办。`,
  },
  due: { heading: '轮到您认证了', text: '对着手机刷一下脸，大约一分钟。', action: '开始认证' },
  overdue: {
    heading: '请尽快认证',
    text: '最后一天已经过了，养老金可能暂停。认证以后，停发的会补发。',
    action: '开始认证',
  },
  review: { heading: '正在核对照片', text: '7 天之内有结果，在这里就能看到。这几天不用再办。' },
  'not-found': {
    heading: '名册里查不到您',
    text: '登记的姓名或者身份证号，可能有出入。请找退休时的单位核对，改好以后第二天就能办。',
  },
  'suspended-special': { heading: '手机上办不了', text: '待遇现在有特殊情况。请找退休时的单位，问一问怎么办。' },
  ended: { heading: '待遇已经终止', text: '不用再认证了。有疑问，请问经办机构。' },
  'not-open': { heading: '认证还没有开始', text: '到时候再来就行，养老金照常发。' },
  'no-cycle': { heading: '现在不用认证', text: '今年的认证还没有安排，安排好了会通知您。养老金照常发。' },
  ask: '请人帮忙',
  callUnit: '打电话问单位',
  callAgency: '打电话问经办机构',
  scanned: {
    heading: '您扫的码记下了',
    signedOut: '这是单位贴出来的码。登录以后，办理的时候会用到。',
    signedIn: '这是单位贴出来的码，办理的时候会用到。',
  },
  foreign: { heading: '不是我们的码', text: '您刚才扫的码，这里用不上。不影响办认证。' },
  /** For the ear: a stop after each part, so that the voice rests. */
  spoken: (...parts: string[]) =>
    parts
      .filter((part) => part !== '')
      .map((part) => (part.endsWith('。') ? part : `${part}。`))
      .join(''),
  tiles: {
    certify: '我要认证',
    contacts: '替亲友办理',
    records: '我要查询',
    help: '请人帮忙',
    helpNote: '不会用，或者刷不了脸',
  },
};
