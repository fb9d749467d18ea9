/**
 * The oldest library of WeChat that has all we call: `compressedWidth` of a photo came with 2.26.0, the phone button's
 * code with 2.21.2, what tells the version and the text size with 2.20.1. What finds faces may be missing (services/camera).
 */
export const OLDEST_LIBRARY = '2.26.0';

const VERSION = /^(\d+)\.(\d+)\.(\d+)/;

const numbersOf = (version: string): readonly number[] | undefined => VERSION.exec(version)?.slice(1).map(Number);

/**
 * @param version undefined where WeChat is too old to tell
 * @returns true for whatever is not known to be recent enough
 */
export const isLibraryTooOld = (version: string | undefined, oldest = OLDEST_LIBRARY): boolean => {
  const [told, needed] = [numbersOf(version ?? ''), numbersOf(oldest)];
  if (!told || !needed) return true;
  const place = needed.findIndex((number, at) => number !== told[at]);
  return place >= 0 && (told[place] ?? 0) < (needed[place] ?? 0);
};
