import { eligibilityWords, wordsOfState } from './eligibility';
import { dayInWords, timeInWords, waitInWords } from './times';
import { wordsOf } from './words-of';
import type { CardFault } from '../shared/contract/identity';
import type { PhoneFault, Trouble } from '../shared/phone-fault';
import type { ErrorCode, ErrorDetails, IdNumberFault, PasswordFault } from '../shared/error-codes';

/** What happened, and what to do next. */
export interface Words {
  readonly title: string;
  readonly whatToDo: string;
}

const ofState = (state: string): Words => {
  const { title, whatToDo } = wordsOfState(state);
  return { title, whatToDo };
};

/** One sentence pair for every refusal and every fault of the phone's own; `describe` adds what a refusal tells besides. */
export const errorWords: Readonly<Record<ErrorCode | PhoneFault, Words>> = {
  ACCOUNT_LOCKED: {
    title: '输错三次，锁上了',
    whatToDo: '24 小时后会自动打开。着急的话，按“忘记密码”，马上就能打开。',
  },
  BAD_CREDENTIALS: {
    title: '号码或密码不对',
    whatToDo: '请看清楚，再输一次。想不起来，就按“忘记密码”。',
  },
  BAD_ID_NUMBER: { title: '身份证号不对', whatToDo: '请对着身份证，一位一位再看一遍。' },
  BAD_INPUT: { title: '有一项没有填对', whatToDo: '请从头看一遍，改好再试。' },
  BAD_NAME: { title: '姓名不对', whatToDo: '请照身份证上的姓名写，不要加别的字。' },
  BAD_PHONE: { title: '手机号不对', whatToDo: '手机号是 11 位数字，请再看一遍。' },
  BUSY: { title: '办理的人太多', whatToDo: '请稍等一会儿，再按一次。您填的都还在。' },
  CAPTCHA_EXPIRED: { title: '这道题过时了', whatToDo: '换了一道新题，请再算一次。' },
  CAPTCHA_WRONG: { title: '算出来的数不对', whatToDo: '换了一道新题，请再算一次。' },
  CARD_NOT_ACTIVATED: {
    title: '社保卡没有激活',
    whatToDo: '请到发卡的银行或者社保窗口激活，也可以改用手机号登录。',
  },
  CARD_SERVICE_DOWN: {
    title: '社保卡连不上',
    whatToDo: '请过一会儿再试，也可以改用手机号登录。',
  },
  INTERNAL: { title: '系统出了点问题', whatToDo: '不是您的错。请过一会儿再试，您填的都还在。' },
  NO_CALLER: { title: '请从微信里打开', whatToDo: '请关掉这里，在微信里重新打开。' },
  NOT_SIGNED_IN: { title: '请先登录', whatToDo: '登录的时间过了，重新登录就能接着办。' },
  PASSWORDS_DIFFER: { title: '两次密码不一样', whatToDo: '请按“显示”，看着再输一遍。' },
  PERSON_NOT_FOUND: ofState('not-found'),
  PHONE_BUTTON_FAILED: { title: '没有拿到手机号', whatToDo: '请再按一次，也可以用别的办法登录。' },
  PHONE_NOT_REGISTERED: {
    title: '手机号没注册过',
    whatToDo: '请看看号码对不对。没注册过，就按“免费注册”。',
  },
  PHONE_REQUIRED: { title: '请先绑定手机号', whatToDo: '绑定以后就能接着办，家里人的手机号也可以。' },
  PHONE_TAKEN: { title: '手机号已注册过', whatToDo: '是您自己注册的，按“忘记密码”就能登录。' },
  SMS_CODE_EXPIRED: { title: '验证码过期了', whatToDo: '请再发一次，收到新的再填。您填的别的都还在。' },
  SMS_CODE_WRONG: { title: '验证码不对', whatToDo: '请看最新的那条短信，再输一次。' },
  SMS_LIMIT_REACHED: {
    title: '今天短信太多了',
    whatToDo: '请明天再来。着急的话，请找退休时的单位帮忙。',
  },
  SMS_NOT_SENT: { title: '短信没有发出去', whatToDo: '请看看手机号对不对，过一会儿再发一次。' },
  SMS_TOO_SOON: { title: '短信刚刚发过', whatToDo: '请先看看手机里的短信。没收到的话，等 1 分钟再发。' },
  TRADITIONAL_NAME: { title: '姓名里有繁体字', whatToDo: '请用简体字写。' },
  UNKNOWN_ACTION: { title: '您打开的是旧版', whatToDo: '请关掉这里，在微信里重新打开。' },
  WEAK_PASSWORD: { title: '密码不够安全', whatToDo: '密码要 8 到 20 位，有字母，也有数字。' },
  OFFLINE: { title: '手机没有连上网', whatToDo: '请打开手机的网络，再按一次。您填的都还在。' },
  TIMEOUT: { title: '网络太慢了', whatToDo: '请换个信号好的地方，再按一次。您填的都还在。' },
  UNREACHABLE: { title: '暂时连不上', whatToDo: '请过一会儿，再按一次。您填的都还在。' },
  PHONE_BUTTON_DENIED: {
    title: '没有拿到手机号',
    whatToDo: '再按一次，然后按“允许”就可以。也可以用密码或者社保卡登录。',
  },
  PHONE_BUTTON_GUIDE: {
    title: '没有拿到手机号',
    whatToDo: '要先同意隐私说明。请等一会儿再按一次，然后按“同意”。也可以用密码或者社保卡登录。',
  },
  PHONE_BUTTON_NOT_GRANTED: {
    title: '这个办法用不了',
    whatToDo: '不是您的错。请用密码或者社保卡登录。',
  },
  PHONE_BUTTON_UNKNOWN: {
    title: '没有拿到手机号',
    whatToDo: '可能微信里没有绑定手机号。请用密码或者社保卡登录。',
  },
  ALREADY_CERTIFIED: ofState('already-certified'),
  CARD_NUMBER_DIFFERS: {
    title: '身份证号对不上',
    whatToDo: '照片上的号码和填的不一样。请看看是不是本人的身份证。再拍一次。',
  },
  CARD_PHOTO_FAULTY: { title: '照片看不清', whatToDo: '请把身份证放平。再拍一次。' },
  CARD_PHOTO_MISSING: { title: '照片没有传到', whatToDo: '请再按一次，重新传一遍，不用重拍。' },
  CHALLENGE_EXPIRED: { title: '时间过了', whatToDo: '不要紧，请再来一次。' },
  CHALLENGE_NOT_FOUND: { title: '要从头再来', whatToDo: '刚才的刷脸不能接着用了，请再刷一次。' },
  CHALLENGE_USED: { title: '正在核对', whatToDo: '请稍等一会儿，再看结果。' },
  CONSENT_REQUIRED: {
    title: '要您先同意',
    whatToDo: '刷脸要用到脸部照片，请先看说明，同意了再办。不想刷脸，也可以请人帮忙。',
  },
  CONTACT_EXISTS: { title: '亲友已经加过了', whatToDo: '在名单里就能找到，不用再加。' },
  CONTACT_IS_SELF: { title: '这是您自己', whatToDo: '给自己办，请按“我要认证”。' },
  CONTACT_NOT_CONSENTED: { title: '要本人先同意', whatToDo: '请本人刷一次脸，或者发邀请给本人，同意以后才能看。' },
  CONTACT_NOT_FOUND: { title: '没有这位亲友', whatToDo: '可能已经删掉了，请回到名单看看。' },
  FACE_KNOWN_AS_ANOTHER: {
    title: '这张脸办过别人',
    whatToDo: '请让本人来刷脸。弄错了的话，请找退休时的单位。',
  },
  HELP_NOT_FOUND: { title: '没有这个请求', whatToDo: '可能已经办完了，请回到列表看看。' },
  ID_CARD_REQUIRED: { title: '要先拍身份证', whatToDo: '第一次办，要拍一下身份证正面，用来核对是不是本人。' },
  INVITATION_NOT_FOUND: { title: '这个邀请不能用了', whatToDo: '邀请只能用一次，7 天有效。请让对方再发一次。' },
  INVITATION_OWN: { title: '这是您自己发的', whatToDo: '请把它发给家里人，让对方打开。' },
  NOT_ELIGIBLE: { title: '现在不能认证', whatToDo: '请找退休时的单位问一问。' },
  REAL_NAME_REQUIRED: { title: '请先实名认证', whatToDo: '要先确认您是本人：拍身份证，再刷一次脸。' },
  RECEIPT_NOT_FOUND: { title: '找不到这张凭证', whatToDo: '请到“我要查询”里看看。' },
  REVIEW_NOT_FOUND: { title: '这一件已经审过了', whatToDo: '请回到列表，看下一件。' },
  REVIEW_OWN: { title: '这是您自己提交的', whatToDo: '自己提交的不能自己审，请交给别的同事。' },
  STILLS_MISSING: { title: '照片没有传完', whatToDo: '请再按一次，接着传，不用重新刷脸。' },
  TOO_MANY_ASKERS: {
    title: '已经有人报上去了',
    whatToDo: '替这位求助的人已经满了，不用再报。办得怎么样，请找退休时的单位问一问。',
  },
  TOO_MANY_CARD_PHOTOS: {
    title: '今天拍得够多了',
    whatToDo: '身份证今天不能再拍了，请明天再来。着急的话，可以请人帮忙。',
  },
  TOO_MANY_CONTACTS: { title: '亲友已经加满了', whatToDo: '最多加 8 位。请先删掉一位，再加新的。' },
  TOO_MANY_INVITATIONS: { title: '今天邀请发完了', whatToDo: '请明天再发。已经发出去的邀请，7 天内都能用。' },
  TOO_MANY_NEW_CONTACTS: { title: '今天加的次数满了', whatToDo: '请明天再加。已经加好的亲友，今天照样能办。' },
  TOO_MANY_PEOPLE: {
    title: '今年办的人太多了',
    whatToDo: '一个账号一年最多替 8 个人办。请用别的账号，或者找退休时的单位。',
  },
  TOO_MANY_TRIES: { title: '今天查的次数满了', whatToDo: '请明天再查。着急的话，请找退休时的单位。' },
  TRY_TOMORROW: { title: '今天先歇一歇', whatToDo: '刷脸没有通过的次数多了，请明天再试。也可以请人帮忙。' },
};

const idNumberFaults: Record<IdNumberFault, string> = {
  length: '身份证号是 18 位，请数一数有没有多了或者少了。',
  characters: '身份证号只有数字，最后一位可以是 X。',
  region: '前两位不对，请对着身份证再看一遍。',
  date: '中间的出生日期不对，请对着身份证再看一遍。',
  'check-digit': '有一位输错了，请对着身份证，一位一位再看一遍。',
};

const passwordFaults: Record<PasswordFault, string> = {
  length: '密码要 8 到 20 位。',
  'letter-and-digit': '密码里要有字母，也要有数字。',
  'contains-phone': '密码里不要有手机号，别人容易猜到。',
  'part-of-id-number': '密码里不要有身份证号或者生日，别人容易猜到。',
  common: '这个密码太常见，别人容易猜到，请换一个。',
};

const cardFaults: Record<CardFault, Words> = {
  'not-a-card': { title: '没有看到身份证', whatToDo: '请把有照片的那一面对着手机，放满方框。再拍一次。' },
  blurred: { title: '拍糊了', whatToDo: '手拿稳，等画面清楚了再按。再拍一次。' },
  cut: { title: '身份证没有拍全', whatToDo: '请让四个角都在方框里。再拍一次。' },
  glare: { title: '身份证反光了', whatToDo: '请换个角度，避开灯光。再拍一次。' },
  'too-dark': { title: '太暗了', whatToDo: '请到亮一点的地方。再拍一次。' },
  'no-portrait': { title: '没有看到照片上的脸', whatToDo: '请拍有照片的那一面，不要用手挡住。再拍一次。' },
  'number-unread': { title: '身份证号没有看清', whatToDo: '请拿近一点，对准号码。再拍一次。' },
};

const triesLeft = (tries: number) => `还可以试 ${tries} 次。`;

const opening = ({ opensAt, now }: ErrorDetails['ACCOUNT_LOCKED']) =>
  `${timeInWords(new Date(opensAt), new Date(now))} 自动打开。`;

type Details = { [C in keyof ErrorDetails]: (detail: ErrorDetails[C]) => Partial<Words> };

const detailed: Details = {
  ACCOUNT_LOCKED: (detail) => ({
    whatToDo: `${opening(detail)}着急的话，按“忘记密码”，马上就能打开。`,
  }),
  BAD_CREDENTIALS: ({ triesLeft: tries }) => ({
    whatToDo: `${triesLeft(tries)}想不起来，就按“忘记密码”。`,
  }),
  BAD_ID_NUMBER: ({ fault }) => ({ whatToDo: wordsOf(idNumberFaults, fault, errorWords.BAD_ID_NUMBER.whatToDo) }),
  ALREADY_CERTIFIED: ({ until }) => {
    const { day, whatToDo } = eligibilityWords['already-certified'];
    return { whatToDo: `${day(dayInWords(until))}。${whatToDo}` };
  },
  BAD_INPUT: () => ({}),
  CARD_PHOTO_FAULTY: ({ fault: seen }) => wordsOf(cardFaults, seen, errorWords.CARD_PHOTO_FAULTY),
  NOT_ELIGIBLE: ({ state }) => ofState(state),
  SMS_CODE_WRONG: ({ triesLeft: tries }) => ({
    whatToDo: tries > 0 ? `请看最新的那条短信。${triesLeft(tries)}` : '这个验证码不能再用了，请再发一次。',
  }),
  SMS_LIMIT_REACHED: ({ per }) =>
    per === 'phone' ? { whatToDo: '这个号码今天不能再发了，请明天再来。着急的话，请找退休时的单位帮忙。' } : {},
  SMS_TOO_SOON: ({ waitSeconds }) => ({
    whatToDo: `请先看看手机里的短信。没收到的话，${waitInWords(waitSeconds)}后可以再发一次。`,
  }),
  TRADITIONAL_NAME: ({ simplified }) => ({
    whatToDo: `简体字是“${simplified}”，按下面就能改好。身份证上就是这个字的，不用改。`,
  }),
  WEAK_PASSWORD: ({ fault }) => ({ whatToDo: wordsOf(passwordFaults, fault, errorWords.WEAK_PASSWORD.whatToDo) }),
};

/** A social-security card has no "forgot password" here: its password belongs to the card. */
const ofCard = (trouble: Trouble): Partial<Words> => {
  if (trouble.code === 'ACCOUNT_LOCKED') {
    return { whatToDo: `${opening(trouble.detail)}着急的话，可以用手机号登录。` };
  }
  if (trouble.code === 'BAD_CREDENTIALS') {
    return {
      title: '号码或密码不对',
      whatToDo: `${triesLeft(trouble.detail.triesLeft)}密码是在药店刷卡买药时输的那个。`,
    };
  }
  return {};
};

const fromDetail = <C extends keyof ErrorDetails>(code: C, detail: ErrorDetails[C]): Partial<Words> =>
  detailed[code](detail);

/** What the person reads for a trouble; `way` where the words depend on how they tried to sign in. */
export const describe = (trouble: Trouble, way?: 'card'): Words => ({
  ...errorWords[trouble.code],
  ...('detail' in trouble ? fromDetail(trouble.code, trouble.detail) : {}),
  ...(way === 'card' ? ofCard(trouble) : {}),
});
