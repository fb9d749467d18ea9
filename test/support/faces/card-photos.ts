import type { Colour, Picture } from './picture';
import { blurred, copyColour, exposed, framed, grainy, toJpeg } from './picture';
import { turned } from '../../../cloudfunctions/adapters/id-card/embedded/picture';

/** What happens to a card between the table and the function; the card fills most of the fixtures' 1200 × 900 pixels. */

const TABLE = [91, 70, 54] as const;
const whole = { width: 1200, height: 900 };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the camera sees of a photo that lies otherwise; around it there is the table. */
const laid = (photo: Picture, placeOf: (x: number, y: number) => Place): Picture => {
  const { width, height } = photo;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = placeOf(x, y);
      const isInside = from.x >= 0 && from.y >= 0 && from.x < width && from.y < height;
      if (isInside) copyColour(photo, from.x, from.y, rgb, (y * width + x) * 3);
      else rgb.set(TABLE, (y * width + x) * 3);
    }
  return { width, height, rgb };
};

/** Turned clockwise about its middle. */
const leaning = (photo: Picture, degrees: number): Picture => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: photo.width / 2, y: photo.height / 2 };
  return laid(photo, (x, y) => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    return { x: middle.x + dx * cos + dy * sin, y: middle.y - dx * sin + dy * cos };
  });
};

/** Seen askew: the far edge is shorter than the near one. @param less part of the width that the upper edge loses */
const inPerspective = (photo: Picture, less: number): Picture =>
  laid(photo, (x, y) => {
    const scale = 1 - less * (1 - y / photo.height);
    return { x: (x - photo.width / 2) / scale + photo.width / 2, y };
  });

/** Something lies on it. */
const covered = (photo: Picture, colour: Colour, isCovered: (x: number, y: number) => boolean): Picture => {
  const rgb = photo.rgb.slice();
  for (let y = 0; y < photo.height; y++)
    for (let x = 0; x < photo.width; x++) if (isCovered(x, y)) rgb.set(colour, (y * photo.width + x) * 3);
  return { ...photo, rgb };
};

const withLamp = (photo: Picture, at: { x: number; y: number; width: number; height: number }): Picture =>
  covered(photo, [255, 255, 255], (x, y) => ((x - at.x) / at.width) ** 2 + ((y - at.y) / at.height) ** 2 < 1);

const between = (left: number, top: number, right: number, bottom: number) => (x: number, y: number) =>
  x > left && y > top && x < right && y < bottom;

type Variant = (photo: Picture) => Uint8Array;
const photographed =
  (change: (photo: Picture) => Picture, quality?: number): Variant =>
  (photo) =>
    toJpeg(change(photo), quality);

/** All of these are to be read. */
export const readable: Record<string, Variant> = {
  'as it lies': photographed((photo) => photo),
  'leaning by 3°': photographed((photo) => leaning(photo, 3)),
  'leaning by -8°': photographed((photo) => leaning(photo, -8)),
  'leaning by 20°': photographed((photo) => leaning(photo, 20)),
  'upside down': photographed((photo) => turned(photo, 2)),
  'on its left side': photographed((photo) => turned(photo, 1)),
  'on its right side': photographed((photo) => turned(photo, 3)),
  askew: photographed((photo) => inPerspective(photo, 0.12)),
  'from further away': photographed((photo) => framed(photo, { left: -600, top: -450, width: 2400 }, whole)),
  'in a corner': photographed((photo) => framed(photo, { left: 0, top: 0, width: 2250 }, whole)),
  'with few pixels': photographed((photo) =>
    framed(photo, { left: 0, top: 0, width: 1200 }, { width: 480, height: 360 }),
  ),
  'in dim light': photographed((photo) => exposed(photo, 0.5)),
  'in dim light with grain': photographed((photo) => grainy(exposed(photo, 0.4), 15, 1), 70),
  'in bright light': photographed((photo) => exposed(photo, 1.25)),
  'with a trembling hand': photographed((photo) => blurred(photo, 3)),
};

/** Each has its own reason not to be read. */
export const faulty: Record<string, { fault: string; photo: Variant }> = {
  blurred: { fault: 'blurred', photo: photographed((photo) => blurred(photo, 8)) },
  'in the dark': { fault: 'too-dark', photo: photographed((photo) => exposed(photo, 0.15)) },
  'a lamp on the number': {
    fault: 'glare',
    photo: photographed((photo) => withLamp(photo, { x: 600, y: 682, width: 120, height: 52 })),
  },
  'a lamp on the face': {
    fault: 'glare',
    photo: photographed((photo) => withLamp(photo, { x: 919, y: 360, width: 82, height: 68 })),
  },
  'burnt out by the light': { fault: 'glare', photo: photographed((photo) => exposed(photo, 2.2)) },
  'without its lower edge': {
    fault: 'cut',
    photo: photographed((photo) => framed(photo, { left: 0, top: -248, width: 1200 }, whole)),
  },
  'a finger on the number': {
    fault: 'number-unread',
    photo: photographed((photo) => covered(photo, [200, 150, 120], between(525, 630, 645, 900))),
  },
  'its portrait covered': {
    fault: 'no-portrait',
    photo: photographed((photo) => covered(photo, [230, 235, 240], between(742, 202, 1080, 608))),
  },
};
