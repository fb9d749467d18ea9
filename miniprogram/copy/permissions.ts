import type { Words } from './errors';
import type { CameraFault, Denial, PhotoDenial } from '../shared/denial';

/** What the button below a fault does; empty where there is nothing to press. */
export type FaultWay = 'mend' | 'again' | 'help' | '';

/** What is in the way, what to do, and the button for it. */
export interface FaultWords extends Words {
  readonly way: FaultWay;
  /** On the button. */
  readonly action: string;
}

/** Whose settings say what WeChat may do; each maker leads there in its own way. */
export type SettingsPlace = 'ios' | 'android' | 'other';

const againGuide = '再看一次说明';
const help = '请人帮忙';

const systemCamera: Record<SettingsPlace, string> = {
  ios: '请按下面的按钮，把“相机”打开，再回到微信。要是从头开始了，不要紧，再点进来就行。',
  android: '请按下面的按钮，点“权限”，再点“相机”，选“允许”。然后返回这里。',
  other: '请按下面的按钮，在手机设置里，让微信可以用“相机”，再回来。',
};

const systemAlbum: Record<SettingsPlace, string> = {
  ios: '请按下面的按钮，点“照片”，选“完全访问”，再回到微信。',
  android: '请按下面的按钮，点“权限”，再点“照片”或者“存储”，选“允许”。然后返回这里。',
  other: '请按下面的按钮，在手机设置里，让微信可以用“照片”，再回来。',
};

/** Of the camera, before a face and before a card alike. */
export const cameraFaults = (place: SettingsPlace): Readonly<Record<CameraFault, FaultWords>> => ({
  'guide-declined': {
    title: '请先同意说明',
    whatToDo: '同意了，才能开摄像头。请按下面的按钮。没有弹出来，就等一会儿再按。',
    way: 'mend',
    action: againGuide,
  },
  'not-granted': {
    title: '摄像头用不了',
    whatToDo: '是我们的手续没有办好，不是您的错。请按“请人帮忙”，或者打电话问单位。',
    way: 'help',
    action: help,
  },
  'scope-denied': {
    title: '要打开摄像头',
    whatToDo: '请按下面的按钮，把“摄像头”打开，再回来。',
    way: 'mend',
    action: '去打开',
  },
  'system-denied': {
    title: '手机不让开相机',
    whatToDo: systemCamera[place],
    way: 'mend',
    action: '去手机设置',
  },
  'in-use': {
    title: '摄像头正被占用',
    whatToDo: '请关掉别的应用，或者挂断视频，再试一次。',
    way: 'again',
    action: '再试一次',
  },
  none: {
    title: '没有找到摄像头',
    whatToDo: '请换一部手机，或者请人帮忙。',
    way: 'again',
    action: '再试一次',
  },
  stopped: {
    title: '刚才停了一下',
    whatToDo: '不要紧，照片没有留下。按一下，从头再来。',
    way: 'again',
    action: '从头再来',
  },
  unknown: {
    title: '摄像头打不开',
    whatToDo: '请关掉微信，再打开试一试。还是不行，就换个手机，或者请人帮忙。',
    way: 'again',
    action: '再试一次',
  },
});

/** Of keeping a picture in the phone's album. The button that keeps it stands below all the time. */
export const albumFaults = (place: SettingsPlace): Readonly<Record<Denial, FaultWords>> => ({
  'guide-declined': {
    title: '没有存上',
    whatToDo: '要先同意隐私说明。请按下面的按钮。没有弹出来，就等一会儿再按。',
    way: 'mend',
    action: againGuide,
  },
  'not-granted': {
    title: '这里不能存图片',
    whatToDo: '不是您的错。请按“发给家人”。以后也能在这里看。',
    way: '',
    action: '',
  },
  'scope-denied': {
    title: '没有存上',
    whatToDo: '要先允许才能存。请按下面，打开“添加到相册”，再回来。',
    way: 'mend',
    action: '去打开',
  },
  'system-denied': {
    title: '手机不让存照片',
    whatToDo: systemAlbum[place],
    way: 'mend',
    action: '去手机设置',
  },
  unknown: {
    title: '没有存上',
    whatToDo: '请再按一次。还是不行，可能是手机存满了，可以“发给家人”。',
    way: '',
    action: '',
  },
});

/** Of choosing a photograph. */
export const photoFaults = (place: SettingsPlace): Readonly<Record<PhotoDenial, FaultWords>> => ({
  'guide-declined': {
    title: '照片没有打开',
    whatToDo: '要先同意隐私说明。请按下面的按钮。没有弹出来，就等一会儿再按。',
    way: 'mend',
    action: againGuide,
  },
  'not-granted': {
    title: '这里不能选照片',
    whatToDo: '是我们的手续没有办好，不是您的错。请按“拍身份证”，或者请人帮忙。',
    way: 'help',
    action: help,
  },
  'system-denied': {
    title: '手机不让看照片',
    whatToDo: systemAlbum[place],
    way: 'mend',
    action: '去手机设置',
  },
  unknown: { title: '照片没有打开', whatToDo: '请换一张，或者按“拍身份证”。', way: '', action: '' },
});
