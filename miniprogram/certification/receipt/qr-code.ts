import { encode } from 'uqr';
import type { Pen } from './pen';

/** Modules of white around a code (ISO/IEC 18004). */
const QUIET = 4;

/**
 * Draws a QR code that a phone reads off another phone's screen or off paper: black on white, its quiet zone inside.
 * @param side in pixels
 */
export const drawQrCode = (pen: Pen, text: string, left: number, top: number, side: number) => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  // Whole pixels: a reader stumbles over grey edges.
  const module = Math.max(1, Math.floor(side / size));
  const margin = Math.floor((side - module * size) / 2);
  pen.fillStyle = '#ffffff';
  pen.fillRect(left, top, side, side);
  pen.fillStyle = '#000000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + margin + x * module, top + margin + y * module, module, module);
    }),
  );
};
