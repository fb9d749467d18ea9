import { lastInWords } from './certification';
import { dayInWords } from './times';
import type { ChinaDay } from '../shared/china-time';
import type { Eligibility } from '../shared/contract/certification';
import { isEligibilityState, standingOf } from '../shared/standing';
import type { Standing } from '../shared/standing';

/** The colour of a card: done, your turn or look here, good to know. */
export type CardKind = 'ok' | 'look' | 'plain';

export interface EligibilityWords {
  /** On the page where somebody is certified, and on the first page, which asks for what is due. */
  readonly kind: { readonly certify: CardKind; readonly home: CardKind };
  /** How things stand, whomever it is about. */
  readonly title: string;
  readonly whatToDo: string;
  /** The same to the person themselves, as the one big line of the first page. */
  readonly brief: string;
  /** What `until` means; missing where no day counts. */
  readonly day?: (day: string) => string;
}

/** What every page says for each state of rule C1, and in which colour. */
export const eligibilityWords = {
  eligible: {
    kind: { certify: 'ok', home: 'look' },
    title: '可以认证',
    whatToDo: '对着手机刷一下脸，大约一分钟。',
    brief: '轮到您认证了',
    day: (day: string) => `最后一天：${day}`,
  },
  overdue: {
    kind: { certify: 'look', home: 'look' },
    title: '可以认证，还来得及',
    whatToDo: '最后一天已经过了，养老金可能暂停。现在认证，停发的会补发。',
    brief: '请尽快认证',
  },
  'in-review': {
    kind: { certify: 'look', home: 'look' },
    title: '正在核对照片',
    whatToDo: '上次刷脸的照片，工作人员正在看。7 天之内有结果，这几天不用再办。',
    brief: '正在核对照片',
  },
  'not-found': {
    kind: { certify: 'look', home: 'look' },
    title: '查无此人',
    whatToDo:
      '姓名或者身份证号，和登记的对不上。请先看看有没有写错。没有写错，就找退休时的单位，再找经办机构。改好以后，第二天就能办。',
    brief: '名册里查不到您',
  },
  'already-certified': {
    kind: { certify: 'ok', home: 'ok' },
    title: '已经认证过了',
    whatToDo: '不用再办，养老金照常发。',
    brief: '您已认证',
    day: (day: string) => `有效期到 ${day}`,
  },
  'not-open': {
    kind: { certify: 'plain', home: 'plain' },
    title: '认证还没有开始',
    whatToDo: '到时候再来就行，养老金照常发。',
    brief: '认证还没有开始',
    day: (day: string) => `${day} 开始`,
  },
  'suspended-special': {
    kind: { certify: 'look', home: 'look' },
    title: '手机上办不了',
    whatToDo: '待遇现在有特殊情况。请给退休时的单位打个电话，问一问怎么办。',
    brief: '手机上办不了',
  },
  ended: {
    kind: { certify: 'look', home: 'plain' },
    title: '待遇已经终止',
    whatToDo: '不用再认证了。有疑问，请问发养老金的经办机构。',
    brief: '待遇已经终止',
  },
  unclear: {
    kind: { certify: 'look', home: 'look' },
    title: '现在认证不了',
    whatToDo: '您的待遇情况，系统还没有弄清楚。请给发养老金的经办机构打个电话，问一问怎么办。',
    brief: '现在认证不了',
  },
  'no-cycle': {
    kind: { certify: 'plain', home: 'plain' },
    title: '现在不用认证',
    whatToDo: '今年的认证还没有安排，安排好了会通知您。养老金照常发。',
    brief: '现在不用认证',
  },
  unknown: {
    kind: { certify: 'look', home: 'look' },
    title: '现在认证不了',
    whatToDo: '手机上看不到原因。请给退休时的单位打个电话，问一问怎么办。',
    brief: '现在认证不了',
  },
} satisfies Record<Standing, EligibilityWords>;

/** @param state as a refusal names it; one that only a newer server knows has words as well */
export const wordsOfState = (state: string): EligibilityWords =>
  eligibilityWords[isEligibilityState(state) ? state : 'unknown'];

const dayOf = ({ day }: EligibilityWords, until: ChinaDay | undefined): string =>
  day === undefined || until === undefined ? '' : day(dayInWords(until));

export interface EligibilityView extends Omit<EligibilityWords, 'day'> {
  readonly standing: Standing;
  /** Empty where no day counts. */
  readonly day: string;
}

/** The words for one answer of the server, with its days. */
export const describeEligibility = (found: Eligibility): EligibilityView => {
  const standing = standingOf(found);
  const words: EligibilityWords = eligibilityWords[standing];
  const last = standing === 'already-certified' && found.last ? `${lastInWords(found.last)}。` : '';
  return {
    standing,
    kind: words.kind,
    title: words.title,
    brief: words.brief,
    day: dayOf(words, found.until),
    whatToDo: `${last}${words.whatToDo}`,
  };
};
