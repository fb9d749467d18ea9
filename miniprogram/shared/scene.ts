/** What a scanned mini-program code says. */
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

/**
 * Reads the page option `scene`, which WeChat hands over percent-encoded. Anybody can print a code, so what does not
 * follow a form is undefined and the page opens as without one.
 */
export function parseScene(scene: string | undefined): Scene | undefined {
  const text = decode(scene ?? '') ?? '';
  const unit = UNIT_SCENE.exec(text)?.[1];
  if (unit !== undefined) return { unit };
  const receipt = RECEIPT_SCENE.exec(text)?.[1];
  return receipt === undefined ? undefined : { receipt };
}
