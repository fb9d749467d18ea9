const { floor, max, min } = Math;

/** A picture as red, green, blue bytes, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Undefined leaves the pixel as it is. */
type Painter = (x: number, y: number) => Colour | undefined;

/** A new picture, painted pixel by pixel. */
export const painted = (width: number, height: number, ground: Colour, colourAt: Painter): Picture => {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.set(colourAt(x, y) ?? ground, (y * width + x) * 3);
  return { width, height, rgb };
};

const inside = (value: number, size: number) => min(size - 1.001, max(0, value));

/** Writes the colour at `colourAt` into the bytes from `at`; a film has tens of millions of pixels. */
export const copyColour = ({ width, height, rgb }: Picture, x: number, y: number, to: Uint8Array, at: number): void => {
  const fromLeft = inside(x, width);
  const fromTop = inside(y, height);
  const left = floor(fromLeft);
  const top = floor(fromTop);
  const right = fromLeft - left;
  const low = fromTop - top;
  const here = (top * width + left) * 3;
  const below = here + width * 3;
  for (let k = 0; k < 3; k++)
    to[at + k] =
      ((rgb[here + k] ?? 0) * (1 - right) + (rgb[here + 3 + k] ?? 0) * right) * (1 - low) +
      ((rgb[below + k] ?? 0) * (1 - right) + (rgb[below + 3 + k] ?? 0) * right) * low;
};

/** The colour between pixels; positions outside take the nearest pixel inside. */
export const colourAt = (picture: Picture, x: number, y: number): Colour => {
  const colour = new Uint8Array(3);
  copyColour(picture, x, y, colour, 0);
  const [red = 0, green = 0, blue = 0] = colour;
  return [red, green, blue];
};

/** A picture whose every pixel is taken from a place in another one. */
export const mapped = (
  from: Picture,
  { width, height }: { readonly width: number; readonly height: number },
  sourceX: (x: number) => number,
  sourceY: (y: number) => number,
): Picture => {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) copyColour(from, sourceX(x), sourceY(y), rgb, (y * width + x) * 3);
  return { width, height, rgb };
};

/** What a camera sees that is pointed at a part of a picture. */
export const framed = (
  picture: Picture,
  part: { readonly left: number; readonly top: number; readonly width: number },
  size: { readonly width: number; readonly height: number },
): Picture => {
  const scale = part.width / size.width;
  return mapped(
    picture,
    size,
    (x) => part.left + (x + 0.5) * scale - 0.5,
    (y) => part.top + (y + 0.5) * scale - 0.5,
  );
};

/** @param factor below 1 is darker */
export const exposed = ({ width, height, rgb }: Picture, factor: number): Picture => ({
  width,
  height,
  rgb: rgb.map((value) => min(255, value * factor)),
});

/** A box blur in both directions, as of a moved camera. @param radius pixels */
export const blurred = (picture: Picture, radius: number): Picture => {
  const { width, height, rgb } = picture;
  const smear = (from: Uint8Array, size: number, step: number, startOf: (line: number) => number, lines: number) => {
    const to = new Uint8Array(from.length);
    for (let line = 0; line < lines; line++)
      for (let k = 0; k < 3; k++)
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let j = i - radius; j <= i + radius; j++)
            sum += from[startOf(line) + min(size - 1, max(0, j)) * step + k] ?? 0;
          to[startOf(line) + i * step + k] = sum / (2 * radius + 1);
        }
    return to;
  };
  const across = smear(rgb, width, 3, (line) => line * width * 3, height);
  return { width, height, rgb: smear(across, height, width * 3, (line) => line * 3, width) };
};

/** Two pictures of one size, the left half of one beside the right half of the other. */
export const sideBySide = (left: Picture, right: Picture): Picture => {
  const { width, height } = left;
  return painted(width, height, [0, 0, 0], (x, y) =>
    x < width / 2 ? colourAt(left, x + width / 4, y) : colourAt(right, x - width / 4, y),
  );
};

/** Whole numbers from −127 to 127, as many as a prime, so that rows of a picture do not repeat it. */
const noise = ((): Int8Array => {
  let state = 1;
  return Int8Array.from({ length: 65_521 }, () => {
    state = (state * 48271) % 2147483647;
    return (state % 255) - 127;
  });
})();

/** The noise of a sensor, the same for the same seed. @param strength largest change of a value */
export const grainy = ({ width, height, rgb }: Picture, strength: number, seed: number): Picture => {
  const out = new Uint8ClampedArray(rgb.length);
  let at = (seed * 7919) % noise.length;
  for (let i = 0; i < rgb.length; i++) {
    out[i] = (rgb[i] ?? 0) + ((noise[at] ?? 0) * strength) / 127;
    if (++at === noise.length) at = 0;
  }
  return { width, height, rgb: new Uint8Array(out.buffer) };
};
