import { openFeed, type DevicePosition } from '../between/camera/feed';
import { drawShot } from '../between/camera/picture';
import { changeSettings, readSettings, type Person } from '../between/settings';
import { button, make, section } from './dom';
import { drawIdCard, sizeCard } from './id-card';

/** What a phone sees that is held upright over a card on a table, in pixels. */
const TABLE = { width: 1200, height: 1600, colour: '#5b4636' };
const PIXELS_PER_MILLIMETRE = 12;
const ADDRESS = '陕西省渭南市蒲城县城关镇样本路一号';

/** Digits 7 to 14 of the number are the birthday, the 17th is odd for men (GB 11643-1999). */
const cardOf = ({ name, idNumber }: Person, shot: HTMLCanvasElement) => ({
  name,
  idNumber,
  sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女',
  birth: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
  address: ADDRESS,
  portrait: shot,
  portraitSize: { width: shot.width, height: shot.height },
});

/** What the phone's camera sees now. */
const shotOf = async (position: DevicePosition): Promise<HTMLCanvasElement> => {
  const feed = await openFeed(position, () => undefined);
  try {
    const shot = document.createElement('canvas');
    drawShot(feed, shot, { zoom: 1, mirrored: false });
    return shot;
  } finally {
    feed.close();
  }
};

const photograph = async (person: Person): Promise<Blob> => {
  const card = document.createElement('canvas');
  sizeCard(card, PIXELS_PER_MILLIMETRE);
  drawIdCard(card, cardOf(person, await shotOf('front')));
  const photo = document.createElement('canvas');
  photo.width = TABLE.width;
  photo.height = TABLE.height;
  const pen = photo.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  pen.fillStyle = TABLE.colour;
  pen.fillRect(0, 0, TABLE.width, TABLE.height);
  pen.drawImage(card, (TABLE.width - card.width) / 2, (TABLE.height - card.height) / 2);
  return new Promise((resolve, reject) =>
    photo.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the card was not encoded'))), 'image/jpeg', 0.85),
  );
};

const isOfEarlierDesk = (url: string | undefined): boolean => url?.startsWith('blob:') ?? false;

/**
 * An identity card for somebody of the demonstration, with the face that is before the camera. It lies before the
 * phone's rear camera; it is marked as a sample, and its number can be no living person's.
 */
export const sampleCardSection = (people: Person[], onFault: (cause: unknown) => void): HTMLElement => {
  if (isOfEarlierDesk(readSettings().rearFile?.url)) changeSettings({ rearFile: undefined });
  const whose = make('select', { 'aria-label': '身份证上的人' });
  for (const { id, name } of people) whose.append(new Option(name, id));
  const holder = people.find(({ openid }) => openid === readSettings().openid);
  if (holder) whose.value = holder.id;
  const shown = make('p', { class: 'note' });
  const picture = make('img', { class: 'card', alt: '做好的身份证' });
  const show = (): void => {
    const { rearFile } = readSettings();
    picture.hidden = away.hidden = rearFile === undefined;
    if (rearFile) picture.src = rearFile.url;
    shown.textContent = rearFile ? '手机的后置摄像头对着这张身份证。' : '用镜头里的脸，做一张演示用的身份证。';
  };
  const lay = (file: Blob | undefined): void => {
    const { rearFile } = readSettings();
    if (isOfEarlierDesk(rearFile?.url)) URL.revokeObjectURL(rearFile?.url ?? '');
    changeSettings({ rearFile: file && { url: URL.createObjectURL(file), name: 'sample-card.jpg' } });
    show();
  };
  const makeIt = (): void => {
    const person = people.find(({ id }) => id === whose.value);
    if (person) photograph(person).then(lay, onFault);
  };
  const away = button('收起来', () => lay(undefined));
  show();
  return section('身份证', shown, picture, whose, button('做一张', makeIt), away);
};
