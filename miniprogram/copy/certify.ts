import type { Words } from './errors';

/** From name and number to the face, whoever is to be certified. */
export const certify = {
  heading: { self: '请看看是不是您', other: '请看看是不是本人', typed: '要给谁认证？' },
  typedLead: '请照着本人的身份证写。',
  name: '姓名',
  nameHint: '请用简体字',
  idNumber: '身份证号',
  idNumberHint: '18 位，最后一位可能是 X',
  looking: '正在查，请稍等…',
  again: '重新写',
  confirm: { self: '就是我，确认', other: '确认' },
  /** Said by a screen reader on the grey button, before the reason. */
  cannot: '确认，现在不能按：',
  checkAgain: '还想再刷一次脸',
  notMe: '不是我，替别人办',
  changeTo: '改成：',
  spoken: ({ title, whatToDo }: Words) => `${title}。${whatToDo}`,
  noFace: '不想刷脸？请人帮忙',
};
