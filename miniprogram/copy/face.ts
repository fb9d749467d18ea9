import type { FaceAction } from '../shared/contract/identity';

type Asked = 'first' | 'again' | FaceAction;

/** In front of the camera. Whoever holds it reads these; with the voice on they hear the same. */
export const face = {
  preparing: '正在打开摄像头',
  preparingNote: '请稍等一会儿。',
  done: '好了，都拍好了',
  doneNote: '请稍等一会儿。',
  /** To the person themselves. */
  ask: {
    first: '请把脸放在圈里',
    again: '请看正前方',
    blink: '请闭上眼睛',
    'open-mouth': '请张开嘴',
    'turn-left': '请向左转头',
    'turn-right': '请向右转头',
  } satisfies Record<Asked, string>,
  /** To a helper, who holds the phone and sees what the rear camera sees. */
  askHelper: {
    first: '请把对方的脸放在圈里',
    again: '请对方看镜头',
    blink: '请对方闭上眼睛',
    'open-mouth': '请对方张开嘴',
    'turn-left': '请对方向自己左边转头',
    'turn-right': '请对方向自己右边转头',
  } satisfies Record<Asked, string>,
  note: {
    first: '手机和脸一样高，看着它，不要动。',
    again: '看着手机，不要动。',
    blink: '慢慢闭上，停一下，再睁开。',
    'open-mouth': '像喊“啊”那样，停一下，再合上。',
    'turn-left': '不着急，慢慢转，看得到左肩就好。',
    'turn-right': '不着急，慢慢转，看得到右肩就好。',
  } satisfies Record<Asked, string>,
  /** Where the phone can't see when it is done: it buzzes. */
  noteByTime: {
    first: '手机和脸一样高，看着它，不要动。',
    again: '看着手机，不要动。',
    blink: '闭着别动，手机震一下，再睁开。',
    'open-mouth': '张着别动，手机震一下，再合上。',
    'turn-left': '转过去别动，手机震一下，再转回来。',
    'turn-right': '转过去别动，手机震一下，再转回来。',
  } satisfies Record<Asked, string>,
  advice: {
    'too-dark': '太暗了，请开灯，或者脸朝着窗户。',
    'too-bright': '光太强了，请背着太阳，换个方向。',
    'no-face': '没有看到脸，请把手机举到脸前面。',
    'several-faces': '看到了别人的脸，请旁边的人让一让。',
    nearer: '请离手机近一点。',
    farther: '请离手机远一点。',
    'off-centre': '请把脸放在圈的中间。',
    'look-ahead': '请看着手机，头摆正。',
    'hold-still': '很好，请不要动。',
  },
  pictures: {
    ahead: '图：看正前方',
    blink: '图：闭眼睛',
    'open-mouth': '图：张开嘴',
    'turn-left': '图：向左转头',
    'turn-right': '图：向右转头',
  },
  hear: '再听一遍',
  again: '重来',
  otherWay: '换个办法',
  choices: {
    heading: '您想怎么办？',
    stuck: '刚才没有看清楚',
    stuckNote: '没关系，不着急，可以选一个办法。',
    note: '不着急，选一个办法。',
    again: '重来一次',
    gentle: '换慢一点的办法',
    gentleNote: '只要慢慢转一下头，办好以后由工作人员看一看。',
    rear: '让家里人帮着拍',
    front: '自己对着手机拍',
    help: '请人帮忙',
  },
  sending: {
    heading: '正在传照片',
    count: (sent: number, of: number) => `已经传好 ${sent} 张，共 ${of} 张。`,
    note: '请不要关掉，马上就好。',
  },
  deciding: { heading: '正在核对', note: '请稍等一会儿，不用再看手机。' },
  leave: '要离开吗？还没有办完，下次要从头再来。',
  leaveNow: '先不办了',
};
