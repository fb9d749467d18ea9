import type { Point } from './picture';

/** A face on a photograph, from the brows to the chin, in pixels. */
export interface FoundFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Radians by which the line of the eyes falls to the right. */
  readonly roll: number;
}

/** Of the box of a face, in distances of the outer corners of the eyes: its width, and how far its middle lies below. */
const BOX = { width: 1.56, below: 0.375 };

/**
 * A card as its portrait gives it away: the origin lies between the eyes, the first axis runs along them
 * to the right, and the unit is the distance of their outer corners: 8 to 12.5 mm on a card of 85.6 × 54 mm
 * (GA 461: the head is 15 mm wide).
 */
export interface CardFrame {
  readonly origin: Point;
  readonly axis: Point;
  /** Pixels */
  readonly unit: number;
}

/** A part of the card in units of its frame. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Wherever the number may stand: between the portrait and the lower edge, whatever the size of the face. */
export const NUMBER_BAND: Area = { left: -6.2, top: 1.5, right: 1.9, bottom: 3.9 };
/** What of that belongs to the card whatever the size of the face. */
export const NUMBER_PLACE: Area = { left: -3.4, top: 2.05, right: 0.85, bottom: 3 };
/** Hair to chin. */
export const HEAD: Area = { left: -0.85, top: -0.9, right: 0.85, bottom: 1.25 };
/** The portrait that is kept: the head with room around it for whatever compares faces. */
export const PORTRAIT: Area = { left: -1.3, top: -1.45, right: 1.3, bottom: 1.65 };
/** Between the left edge and the portrait: words on light ground. */
export const WORDS: Area = { left: -5.2, top: -0.8, right: -1.8, bottom: 1.4 };

export function frameOf({ x, y, width, height, roll }: FoundFace): CardFrame {
  const unit = width / BOX.width;
  const axis = { x: Math.cos(roll), y: Math.sin(roll) };
  const below = BOX.below * unit;
  return { origin: { x: x + width / 2 + axis.y * below, y: y + height / 2 - axis.x * below }, axis, unit };
}

/** The pixel at a place of the card. */
export const placeOn = ({ origin, axis, unit }: CardFrame, x: number, y: number): Point => ({
  x: origin.x + (x * axis.x - y * axis.y) * unit,
  y: origin.y + (x * axis.y + y * axis.x) * unit,
});

/** How much of an area lies on the picture, 0 to 1. */
export function shareOnPicture(frame: CardFrame, area: Area, size: { width: number; height: number }): number {
  const steps = 12;
  let on = 0;
  for (let i = 0; i <= steps; i++)
    for (let j = 0; j <= steps; j++) {
      const x = area.left + ((area.right - area.left) * i) / steps;
      const y = area.top + ((area.bottom - area.top) * j) / steps;
      const place = placeOn(frame, x, y);
      if (place.x >= 0 && place.y >= 0 && place.x < size.width && place.y < size.height) on++;
    }
  return on / (steps + 1) ** 2;
}
