/** The separate agreement to face processing (rule B2). Another `CONSENT_VERSION` whenever the meaning changes. */
export const consent = {
  self: {
    heading: '刷脸前，先跟您说清楚',
    lead: '一共四条。同不同意，您说了算。',
    agree: '我同意刷脸',
    refuse: '不刷脸，请人帮忙',
    without: '不想刷脸也能办：请单位的人帮忙，换别的办法认证。养老金照常发，不受影响。',
  },
  /** The account's holder has somebody else before the camera. */
  other: {
    heading: '请让本人看一看',
    lead: '刷脸要本人愿意。本人看不清，就念给本人听。',
    agree: '本人同意刷脸',
    refuse: '本人不刷脸，请人帮忙',
    without: '本人不想刷脸也能办：请单位的人帮忙，换别的办法认证。养老金照常发，不受影响。',
  },
  sections: [
    {
      id: 'what',
      heading: '一、用什么',
      text: ['刷脸时拍的几张照片，还有身份证上的照片。'],
    },
    {
      id: 'why',
      heading: '二、做什么用',
      text: ['只用来核对是不是本人，免得别人冒领养老金。不做别的用。'],
    },
    {
      id: 'long',
      heading: '三、存多久',
      text: ['刷脸的照片，核对完就删掉。系统看不准的，由人来看，看完就删。', '身份证上的照片留着，明年还要用。'],
    },
    {
      id: 'who',
      heading: '四、谁能看到',
      text: ['系统自动核对。系统看不准的，由经办机构的工作人员看。别人都看不到。'],
    },
  ],
  later: '以后不想刷脸了，在“我的”里可以收回同意，照片就删掉。',
  /** Said at the end of what is read aloud: the two buttons. */
  choice: (agree: string, refuse: string) => `同意，就按“${agree}”。不同意，就按“${refuse}”。`,
  read: '读给我听',
  stop: '不读了',
  busy: '正在记下…',
  given: { heading: '已经同意过了', text: '不用再同意一次，可以接着办。' },
  goOn: '接着办',
  privacy: '保护您的信息',
};
