/** What is kept, why, how long, and whom to ask. Every sentence is to be true of what the functions do. */
export const privacy = {
  heading: '怎样保护您的信息',
  lead: '只收办事要用的，不收别的。',
  sections: [
    {
      id: 'what',
      heading: '我们收什么',
      text: [
        '姓名、身份证号、手机号：用来认出您是谁。',
        '登录密码：打乱以后才保存，谁也看不到您的密码。',
        '微信的识别号：用来记住您在这部手机上登录过。',
      ],
    },
    {
      id: 'why',
      heading: '为什么要收',
      text: ['每年办养老待遇资格认证，要知道是您本人在办，免得别人冒领您的养老金。'],
    },
    {
      id: 'how',
      heading: '怎么保管',
      text: ['姓名、身份证号、手机号都加密保存。查看和改动，只能由办事系统来做。'],
    },
    {
      id: 'long',
      heading: '存多久',
      text: [
        '账号信息：您注销账号，就删掉。',
        '短信验证码：5 分钟就作废。',
        '登录：30 天不用，会自动退出。',
        '认证记录：是发养老金的依据，按规定保存，注销账号也会留下。',
      ],
    },
    {
      id: 'may',
      heading: '您可以做什么',
      text: ['在“我的”里，可以换手机号、改密码、注销账号。姓名或者身份证号登记错了，请找单位改。'],
    },
    {
      id: 'who',
      heading: '有事问谁',
      text: ['先问您退休时的单位。单位说不清的，再问发养老金的经办机构。'],
    },
  ],
};
