import { ACTOR, changeSettings, readSettings, type CameraFile } from '../between/settings';
import { button, make, section } from './dom';
import type { PhoneFrame } from './phone-frame';

/** What the phone's camera sees: the machine's camera, or a picture or film for those who have none. */
export const cameraSection = (frame: PhoneFrame): HTMLElement => {
  // An address that an earlier desk has made leads nowhere any more.
  if (readSettings().cameraFile?.url.startsWith('blob:')) changeSettings({ cameraFile: undefined });
  const shown = make('p', { class: 'note' });
  const input = make('input', {
    type: 'file',
    'aria-label': '当作摄像头的文件',
    accept: 'image/*,video/*,.mjpeg,.mjpg',
  });
  const play = (chosen: CameraFile | undefined): void => {
    const { cameraFile } = readSettings();
    if (cameraFile?.url.startsWith('blob:')) URL.revokeObjectURL(cameraFile.url);
    changeSettings({ cameraFile: chosen });
    show();
    frame.reload();
  };
  const point = (file: File | undefined): void => play(file && { url: URL.createObjectURL(file), name: file.name });
  const actors = [
    ['示范：年轻人的脸', 'young'],
    ['示范：老人的脸', 'elderly'],
  ].map(([name = '', actor = '']) => button(name, () => play({ url: `${ACTOR}${actor}`, name })));
  const own = button('用本机摄像头', () => {
    input.value = '';
    point(undefined);
  });
  const show = (): void => {
    const { cameraFile } = readSettings();
    shown.textContent = cameraFile
      ? `手机看到的是${cameraFile.url.startsWith(ACTOR) ? '' : '文件 '}${cameraFile.name}`
      : '手机看到的是本机摄像头';
    own.hidden = !cameraFile;
  };
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) point(file);
  });
  show();
  const vision = make('input', { type: 'checkbox', checked: readSettings().visionKit });
  vision.addEventListener('change', () => {
    changeSettings({ visionKit: vision.checked });
    frame.reload();
  });
  return section('摄像头', shown, ...actors, input, own, make('label', {}, vision, ' 手机自己能找到人脸（VisionKit）'));
};
