/** Whom a sample card is made for. */
export interface SampleCard {
  name: string;
  /** `男` or `女` */
  sex: string;
  /** `1845-03-12` */
  birth: string;
  address: string;
  /** 18 characters */
  idNumber: string;
  /** The face near its middle, over light ground. */
  portrait: CanvasImageSource;
  /** Pixels of the portrait. */
  portraitSize: { width: number; height: number };
}

/** A resident identity card in millimetres (GA 461); a canvas for it has the same proportions. */
const CARD = { width: 85.6, height: 54 };
const PORTRAIT = { left: 55.6, top: 7.4, width: 26, height: 32 };
const MARGIN = 6.6;
const CHARACTERS = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const DIGITS = "'OCR-B 10 BT', 'OCR B', 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace";
const LABEL = '#3a6ea5';
const INK = '#161616';

/** Width for `canvas` so that a millimetre has this many pixels. */
export const sizeCard = (canvas: HTMLCanvasElement, pixelsPerMillimetre: number): void => {
  canvas.width = Math.round(CARD.width * pixelsPerMillimetre);
  canvas.height = Math.round(CARD.height * pixelsPerMillimetre);
};

const ground = (pen: CanvasRenderingContext2D): void => {
  const shade = pen.createLinearGradient(0, 0, CARD.width, CARD.height);
  shade.addColorStop(0, '#dfe9f1');
  shade.addColorStop(0.5, '#eaeef2');
  shade.addColorStop(1, '#dbe6e6');
  pen.fillStyle = shade;
  pen.beginPath();
  pen.roundRect(0, 0, CARD.width, CARD.height, 3);
  pen.fill();
  pen.lineWidth = 0.12;
  pen.strokeStyle = 'rgba(90, 140, 170, 0.22)';
  for (let line = 2; line < CARD.height - 1; line += 1.6) {
    pen.beginPath();
    for (let x = 1; x < CARD.width - 1; x += 0.8) pen.lineTo(x, line + 0.6 * Math.sin(x / 3 + line));
    pen.stroke();
  }
};

/** A canvas rounds text smaller than a pixel of its own; so letters are drawn large and made small. */
const write = (pen: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, font: string): void => {
  pen.save();
  pen.translate(x, y);
  pen.scale(size / 100, size / 100);
  pen.font = `100px ${font}`;
  pen.fillText(text, 0, 0);
  pen.restore();
};

const label = (pen: CanvasRenderingContext2D, text: string, x: number, y: number): void => {
  pen.fillStyle = LABEL;
  write(pen, text, x, y, 2.5, CHARACTERS);
};
const value = (pen: CanvasRenderingContext2D, text: string, x: number, y: number, size = 3): void => {
  pen.fillStyle = INK;
  write(pen, text, x, y, size, CHARACTERS);
};

const ADDRESS_LINE = 11;

const words = (pen: CanvasRenderingContext2D, { name, sex, birth, address }: SampleCard): void => {
  const [year = '', month = '', day = ''] = birth.split('-').map((part) => String(Number(part)));
  label(pen, '姓名', MARGIN, 9.8);
  value(pen, name, MARGIN + 8, 10, 3.6);
  label(pen, '性别', MARGIN, 16.4);
  value(pen, sex, MARGIN + 8, 16.6);
  label(pen, '民族', MARGIN + 15, 16.4);
  value(pen, '汉', MARGIN + 23, 16.6);
  label(pen, '出生', MARGIN, 22.6);
  value(pen, `${year} 年 ${month} 月 ${day} 日`, MARGIN + 8, 22.8);
  label(pen, '住址', MARGIN, 29);
  for (let line = 0; line * ADDRESS_LINE < address.length; line++)
    value(pen, address.slice(line * ADDRESS_LINE, (line + 1) * ADDRESS_LINE), MARGIN + 8, 29.2 + line * 4.4);
};

/** Its digits are set one by one, so that the line is as long whatever the font. */
const number = (pen: CanvasRenderingContext2D, idNumber: string): void => {
  label(pen, '公民身份号码', MARGIN, 47);
  pen.fillStyle = INK;
  Array.from(idNumber).forEach((sign, place) => write(pen, sign, 28.6 + place * 2.72, 47.3, 4.1, DIGITS));
};

/** The portrait fills its frame; what is too wide or too high of it is cut off evenly. */
const portrait = (pen: CanvasRenderingContext2D, { portrait: picture, portraitSize }: SampleCard): void => {
  const scale = Math.min(portraitSize.width / PORTRAIT.width, portraitSize.height / PORTRAIT.height);
  const width = PORTRAIT.width * scale;
  const height = PORTRAIT.height * scale;
  const left = (portraitSize.width - width) / 2;
  const top = (portraitSize.height - height) / 2;
  pen.drawImage(picture, left, top, width, height, PORTRAIT.left, PORTRAIT.top, PORTRAIT.width, PORTRAIT.height);
};

/** No card of this program may pass for a real one. */
const mark = (pen: CanvasRenderingContext2D): void => {
  pen.save();
  pen.fillStyle = 'rgba(200, 30, 30, 0.55)';
  pen.translate(30, 24);
  pen.rotate(-0.32);
  write(pen, '样本 SAMPLE', -17, 2.5, 6, CHARACTERS);
  pen.restore();
  pen.fillStyle = 'rgba(200, 30, 30, 0.8)';
  write(pen, '样本 SAMPLE · 演示用，不是身份证', 28.6, 51.6, 2.2, CHARACTERS);
};

/**
 * Draws the front of a sample identity card, marked as one, over the whole of `canvas`.
 * @throws Error where the browser has no canvas
 */
export const drawIdCard = (canvas: HTMLCanvasElement, card: SampleCard): void => {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  pen.setTransform(canvas.width / CARD.width, 0, 0, canvas.height / CARD.height, 0, 0);
  pen.clearRect(0, 0, CARD.width, CARD.height);
  pen.textBaseline = 'alphabetic';
  ground(pen);
  words(pen, card);
  portrait(pen, card);
  number(pen, card.idNumber);
  mark(pen);
  pen.setTransform(1, 0, 0, 1, 0, 0);
};
