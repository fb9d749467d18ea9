import { wordsOf } from './words-of';
import type { Words } from './errors';
import type { FaceReason } from '../shared/contract/identity';

/** Why a live face was not accepted, and what will help next time; no blame, no jargon. */
export const faceReasonWords = {
  'no-face': { title: '没有看到脸', whatToDo: '手机拿到和脸一样高。让整张脸都在圆圈里。' },
  'several-faces': { title: '看到了好几张脸', whatToDo: '请旁边的人让一让。画面里只留本人一张脸。' },
  'too-far': { title: '离手机太远了', whatToDo: '手机拿近一点。让脸把圆圈装满。' },
  'too-dark': { title: '光线太暗，没看清', whatToDo: '走到窗边，脸朝着光。摘下帽子和墨镜。' },
  'too-bright': { title: '光线太亮，没看清', whatToDo: '不要对着太阳，也不要让灯直照着脸。换个地方再来。' },
  blurred: { title: '拍糊了，没看清', whatToDo: '两只手拿稳手机。用软布擦擦镜头。' },
  'not-a-picture': { title: '照片没有传好', whatToDo: '换个信号好的地方，再来一次。' },
  'too-few-stills': { title: '照片没有拍够', whatToDo: '慢慢来，等说“好了”再放下手机。' },
  'action-not-seen': { title: '没有看到动作', whatToDo: '听一句，做一下。动作大一点，慢一点。' },
  'wrong-order': { title: '动作的先后不对', whatToDo: '不用着急。听一句，做一下。' },
  'not-neutral': { title: '没有看到正脸', whatToDo: '每做完一个动作，都回到正脸，看着手机。' },
  'flat-picture': { title: '要本人对着手机', whatToDo: '请本人来刷脸。照片和视频都不行。' },
  'stills-reused': { title: '要现在拍的', whatToDo: '请本人现在对着手机，再刷一次脸。' },
  'face-changed': { title: '中间换了人', whatToDo: '从头到尾，都要是本人一个人的脸。' },
  'another-person': {
    title: '和留的照片不像',
    whatToDo: '请看看是不是本人。是本人的话，摘下眼镜和帽子，到亮的地方再来。',
  },
  unsure: { title: '还要人工核对', whatToDo: '样子有点变化，工作人员会再看一看。您不用再做什么。' },
  'gentle-way': { title: '还要人工核对', whatToDo: '您用的是省力的办法，工作人员会再看一看。您不用再做什么。' },
} satisfies Record<FaceReason, Words>;

export const faceReasonInWords = (reason: string): Words =>
  wordsOf(faceReasonWords, reason, {
    title: '这次没有通过',
    whatToDo: '走到亮的地方，再来一次。还是不行，就请人帮忙。',
  });
