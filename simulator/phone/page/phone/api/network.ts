import { readSettings } from '../../between/settings';
import { Channel } from './events';

export const networkChanged = new Channel<[{ isConnected: boolean; networkType: string }]>();

/** The desk can take the network away; so can the browser. */
export const isOnline = (): boolean => readSettings().online && navigator.onLine;

export const networkType = (): string => (isOnline() ? 'wifi' : 'none');

let last = true;

/** To be called when the desk or the browser may have changed the network. */
export const noticeNetwork = (): void => {
  if (isOnline() === last) return;
  last = isOnline();
  networkChanged.emit({ isConnected: last, networkType: networkType() });
};

export const watchNetwork = (): void => {
  last = isOnline();
  window.addEventListener('online', noticeNetwork);
  window.addEventListener('offline', noticeNetwork);
};
