import { lastInWords } from './certification';
import { dayInWords } from './times';
import type { Words } from './errors';
import type { Eligibility, EligibilityState } from '../shared/contract/certification';

const day = (until: string | undefined, before: string, after: string): string =>
  until === undefined ? '' : `${before}${dayInWords(until)}${after}`;

/** What the page says for each state of rule C1: how things stand, and what to do next. */
export const eligibilityWords: Readonly<Record<EligibilityState, (found: Eligibility) => Words>> = {
  eligible: ({ until, overdue, inReview }) => {
    if (inReview) {
      return {
        title: '正在核对照片',
        whatToDo: '上次刷脸的照片，工作人员正在看。7 天之内有结果，这几天不用再办。',
      };
    }
    return overdue
      ? {
          title: '可以认证，还来得及',
          whatToDo: '最后一天已经过了，养老金可能暂停。现在认证，停发的会补发。',
        }
      : { title: '可以认证', whatToDo: `${day(until, '最后一天是 ', '。')}下一步是刷脸，大约一分钟。` };
  },
  'not-found': () => ({
    title: '查无此人',
    whatToDo:
      '姓名或者身份证号，和登记的对不上。请先看看有没有写错。没有写错，就找退休时的单位，再找经办机构。改好以后，第二天就能办。',
  }),
  'already-certified': ({ until, last }) => ({
    title: '已经认证过了',
    whatToDo: `${last === undefined ? '' : `${lastInWords(last)}。`}${day(until, '有效期到 ', '。')}不用再办，养老金照常发。`,
  }),
  'not-open': ({ until }) => ({
    title: '认证还没有开始',
    whatToDo: `${day(until, '', ' 开始。')}到时候再来就行，养老金照常发。`,
  }),
  'suspended-special': () => ({
    title: '手机上办不了',
    whatToDo: '待遇现在有特殊情况。请给退休时的单位打个电话，问一问怎么办。',
  }),
  ended: () => ({
    title: '待遇已经终止',
    whatToDo: '不用再认证了。有疑问，请问发养老金的经办机构。',
  }),
  'no-cycle': () => ({
    title: '今年的认证还没有安排',
    whatToDo: '安排好了会通知您。现在什么也不用做，养老金照常发。',
  }),
};

/** From name and number to the face, whoever is to be certified. */
export const certify = {
  heading: { self: '请看看是不是您', other: '请看看是不是本人', typed: '要给谁认证？' },
  typedLead: '请照着本人的身份证写。',
  name: '姓名',
  nameHint: '请用简体字',
  idNumber: '身份证号',
  idNumberHint: '18 位，最后一位可能是 X',
  look: '下一步',
  looking: '正在查，请稍等…',
  again: '重新写',
  confirm: { self: '就是我，确认', other: '确认' },
  /** Said by a screen reader on the grey button, before the reason. */
  cannot: '确认，现在不能按：',
  checkAgain: '还想再刷一次脸',
  notMe: '不是我，替别人办',
  changeTo: '改成：',
  callUnit: '打电话问单位',
  callAgency: '打电话问经办机构',
  seeRecords: '看认证记录',
  askForHelp: '请人帮忙',
  ways: {
    'sign-in': '去登录',
    'real-name': '去实名认证',
    contacts: '去看亲友名单',
  },
  spoken: ({ title, whatToDo }: Words) => `${title}。${whatToDo}`,
  noFace: '不想刷脸？请人帮忙',
};
