/** What a code of ours says. */
export type Scene = UnitScene | ReceiptScene;

/** A unit's poster. */
export interface UnitScene {
  /** The unit's code. */
  readonly unit: string;
}

/** A receipt that is shown to somebody (rule D8). */
export interface ReceiptScene {
  /** Its number, 16 digits. */
  readonly receipt: string;
}

/**
 * How the app or a page was entered, as far as a scan has a part in it. A mini-program code and a shared card hand over
 * `scene`; a plain link, which is what a receipt's QR code is, hands over its whole address as `q`, and never `scene`.
 * WeChat percent-encodes either once more.
 */
export interface EntryQuery {
  readonly scene?: unknown;
  readonly q?: unknown;
}

/** A scene has at most 32 visible characters (WeChat, `getUnlimitedQRCode`); `u=` takes two of them. */
const UNIT_SCENE = /^u=([A-Za-z0-9_-]{1,30})$/;
const RECEIPT_SCENE = /^r=(\d{16})$/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (fault) {
    if (fault instanceof URIError) return undefined;
    throw fault;
  }
}

/** What the code on a receipt says. */
export const receiptScene = (number: string): string => `r=${number}`;

function parseScene(scene: string): Scene | undefined {
  const text = decode(scene) ?? '';
  const unit = UNIT_SCENE.exec(text)?.[1];
  if (unit !== undefined) return { unit };
  const receipt = RECEIPT_SCENE.exec(text)?.[1];
  return receipt === undefined ? undefined : { receipt };
}

function parseLink(q: string, prefix: string): Scene | undefined {
  const address = decode(q) ?? '';
  return prefix !== '' && address.startsWith(prefix) ? parseScene(address.slice(prefix.length)) : undefined;
}

/**
 * Reads what was scanned to get here. Anybody can print a code, so whatever does not follow a form is `foreign`; an
 * address counts before a scene.
 *
 * @param plainLinkPrefix what stands before the scene in our plain links; where it is empty, no link is ours
 * @returns undefined where nothing was scanned
 */
export function readEntry({ scene, q }: EntryQuery, plainLinkPrefix: string): Scene | 'foreign' | undefined {
  if (typeof q === 'string') return parseLink(q, plainLinkPrefix) ?? 'foreign';
  if (typeof scene === 'string' && scene !== '') return parseScene(scene) ?? 'foreign';
  return undefined;
}
