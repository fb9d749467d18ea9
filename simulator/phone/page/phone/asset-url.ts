import { addressOf, isLocal } from './api/files/local-files';

/** Files of the mini-program lie under `app/`, the phone's own in its memory; every other scheme is taken as it is. */
export const assetUrl = (src: string, owner: string): string => {
  if (isLocal(src)) return addressOf(src);
  if (/^[a-z]+:/i.test(src)) return src;
  return `app${new URL(src, `https://phone/${owner}`).pathname}`;
};
