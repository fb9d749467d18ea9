import type { ShareCard } from './share-card';

/** What a phone tells the desk beside it. */
export type DeskMessage =
  | { kind: 'called'; name: string }
  /** Something that is felt or heard, not seen on the screen. */
  | { kind: 'device-event'; what: string }
  | { kind: 'fault'; message: string }
  /** The person has answered a question of WeChat's: what the desk shows of it is old. */
  | { kind: 'settings-changed' }
  | { kind: 'shared'; card: ShareCard }
  | { kind: 'shown'; path: string };

const NAME = 'simulator';

/** Tells the desk in whose frame this phone is; alone in a window the phone tells itself, and nobody listens. */
export const tellDesk = (message: DeskMessage): void =>
  void window.parent.dispatchEvent(new CustomEvent(NAME, { detail: message }));

export const listenToPhone = (listener: (message: DeskMessage) => void): void =>
  window.addEventListener(NAME, (event) => listener((event as CustomEvent<DeskMessage>).detail));

/** What the desk may do to a phone: `iframe.contentWindow.phone`. */
export interface PhoneControl {
  networkChanged(): void;
}

declare global {
  interface Window {
    phone?: PhoneControl;
  }
}
