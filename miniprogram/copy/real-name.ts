import type { CardFault } from '../shared/contract/identity';

/** Real-name verification: name and number, identity card, face (rule B2). */
export const realName = {
  known: {
    heading: '这是您吗？',
    lead: '请跟身份证对一对。',
    name: '姓名',
    idNumber: '身份证号',
    yes: '是我，没有错',
    no: '不对，改一下',
  },
  person: {
    heading: '您叫什么名字？',
    lead: '请照着身份证写。',
    name: '姓名',
    nameHint: '请用简体字',
    idNumber: '身份证号',
    idNumberHint: '18 位，最后一位可能是 X',
  },
  face: {
    heading: '最后一步：刷脸',
    lead: '跟着提示做就行。慢一点也不要紧。',
    ready: ['找个亮一点的地方', '摘下帽子和墨镜', '手机跟脸一样高'],
    readyHeading: '先准备好',
    start: '开始刷脸',
    gentle: '动作做不了？用轻松的办法',
    help: '不刷脸，请人帮忙',
  },
  aim: '把身份证放进方框',
  waiting: '正在看您的账号…',
  signedOut: { heading: '请先登录', text: '登录以后，才能做实名认证。', action: '去登录' },
  verified: { heading: '您已经实名认证过了', text: '不用再做。', action: '回首页' },
};

/** Photographing an identity card: one's own, or that of somebody without a portrait on record (rule B4). */
export const idCard = {
  heading: '请拍身份证',
  lead: { self: '拍有照片的那一面。', other: '请拍本人的身份证，有照片的那一面。' },
  tips: ['放平，四角都拍到', '亮一点，但不要反光', '不要用手挡住字'],
  shoot: '拍身份证',
  album: '从相册里选',
  help: '没有身份证，或者拍不了',
  camera: {
    shutter: '拍照',
    back: '不拍了，返回',
    starting: '正在打开相机…',
    shooting: '正在拍…',
    picture: '相机看到的画面，中间有一个身份证大小的方框',
    system: '用手机相机',
    help: '请人帮忙',
  },
  preview: {
    heading: '拍清楚了吗？',
    lead: '看得清字，就用这张。',
    picture: '刚拍的身份证照片',
    use: '清楚，用这张',
    again: '不清楚，重拍',
  },
  sending: (percent: number) => `正在传照片，传了 ${percent}%`,
  reading: { heading: '正在看身份证…', text: '要几秒钟，请等一等。', now: '正在核对…' },
  mend: '姓名或号码填错了，去改',
  done: { heading: '身份证对上了', next: '下一步' },
  pictures: {
    'not-a-card': '画的是：方框里没有身份证',
    blurred: '画的是：身份证拍糊了',
    cut: '画的是：身份证只拍到一半',
    glare: '画的是：身份证上有一块反光',
    'too-dark': '画的是：身份证太暗',
    'no-portrait': '画的是：身份证上的照片被挡住了',
    'number-unread': '画的是：身份证号看不清',
  } satisfies Record<CardFault, string>,
  goodPicture: '画的是：身份证放平，四个角都在方框里',
};
