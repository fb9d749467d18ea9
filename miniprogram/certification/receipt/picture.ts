import type { Pen } from './pen';
import { drawQrCode } from './qr-code';
import type { ReceiptView } from './view-model';
import { receiptCopy } from '../../copy/receipt';

/** Pixels of the picture of a receipt. */
export const PICTURE = { width: 900, height: 1360 } as const;

/** As in styles/tokens.wxss: a canvas knows no custom properties. */
const colours = {
  paper: '#f6f5f1',
  card: '#ffffff',
  jade: '#0b6b57',
  ink: '#1b211f',
  soft: '#4a534f',
  amber: '#8a4b00',
};
const FONT = 'sans-serif';
const SIDE = 60;
const CODE = 420;

const write = (pen: Pen, text: string, [x, y]: [x: number, y: number], size: number, weight = 400) => {
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillText(text, x, y);
};

const drawHead = (pen: Pen, { until }: ReceiptView) => {
  pen.fillStyle = colours.jade;
  pen.fillRect(0, 0, PICTURE.width, 280);
  pen.fillStyle = colours.card;
  pen.textAlign = 'center';
  write(pen, receiptCopy.title, [PICTURE.width / 2, 90], 46, 700);
  write(pen, `${receiptCopy.until} ${until}`, [PICTURE.width / 2, 190], 56, 700);
};

const drawRows = (pen: Pen, { rows }: ReceiptView) =>
  rows.forEach(({ label, value }, place) => {
    const y = 350 + place * 90;
    pen.fillStyle = colours.soft;
    pen.textAlign = 'left';
    write(pen, label, [SIDE, y], 36);
    pen.fillStyle = colours.ink;
    pen.textAlign = 'right';
    write(pen, value, [PICTURE.width - SIDE, y], 42, 700);
  });

const drawMark = (pen: Pen) => {
  pen.strokeStyle = colours.amber;
  pen.lineWidth = 4;
  pen.strokeRect(SIDE, 690, PICTURE.width - 2 * SIDE, 76);
  pen.fillStyle = colours.amber;
  pen.textAlign = 'center';
  write(pen, receiptCopy.demonstration, [PICTURE.width / 2, 728], 42, 700);
};

/** A receipt as a picture, to be kept in the album or sent to the family; it shows what the page shows. */
export const drawReceipt = (pen: Pen, view: ReceiptView) => {
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, PICTURE.width, PICTURE.height);
  drawHead(pen, view);
  drawRows(pen, view);
  if (view.demonstration) drawMark(pen);
  drawQrCode(pen, view.link, (PICTURE.width - CODE) / 2, 800, CODE);
  pen.fillStyle = colours.soft;
  pen.textAlign = 'center';
  write(pen, receiptCopy.scan, [PICTURE.width / 2, 1280], 36);
};
