/** What a scanned mini-program code says. */
export interface Scene {
  /** The code of the unit whose poster was scanned. */
  readonly unit: string;
}

/** A scene has at most 32 visible characters (WeChat, `getUnlimitedQRCode`); `u=` takes two of them. */
const UNIT_SCENE = /^u=([A-Za-z0-9_-]{1,30})$/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (fault) {
    if (fault instanceof URIError) return undefined;
    throw fault;
  }
}

/**
 * Reads the page option `scene`, which WeChat hands over percent-encoded. Anybody can print a code, so what does not
 * follow the form is undefined and the page opens as without one.
 */
export function parseScene(scene: string | undefined): Scene | undefined {
  const unit = UNIT_SCENE.exec(decode(scene ?? '') ?? '')?.[1];
  return unit === undefined ? undefined : { unit };
}
