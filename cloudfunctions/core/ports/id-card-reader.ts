import type { CardFault } from '../../../miniprogram/shared/contract/identity';

/** Reads the front of an identity card from a photograph (rule B2). */
export interface IdCardReader {
  /** @returns the 18 characters and the portrait as a JPEG, or what is wrong with the photograph */
  read(
    photo: Uint8Array,
  ): Promise<{ ok: true; idNumber: string; portrait: Uint8Array } | { ok: false; fault: CardFault }>;
}
