import type { Settings } from '../between/settings';
import { make } from './dom';

/** The phone on the desk: a frame of the size of a common phone, 375 × 812 CSS pixels. */
export class PhoneFrame {
  readonly element = make('iframe', {
    title: '手机',
    width: 375,
    height: 812,
    allow: 'clipboard-write; camera; microphone; screen-wake-lock; autoplay',
  });
  private page = '';

  /** The page that is shown, with its query. */
  shown(path: string): void {
    this.page = path;
  }

  /** Enters the mini-program anew; what is kept in the phone's storage stays. */
  restart(params: Record<string, string> = {}): void {
    this.element.src = `?${new URLSearchParams({ bare: '1', ...params }).toString()}`;
  }

  /** Enters the mini-program anew on the page that is shown, as WeChat does after a change of the text size. */
  reload(): void {
    this.restart(this.page ? { page: this.page } : {});
  }

  networkChanged(): void {
    this.element.contentWindow?.phone?.networkChanged();
  }
}

/** The address of another phone, for a new tab. */
export const otherPhone = (holder: Partial<Settings> & { as?: string }, page = ''): string => {
  const params = new URLSearchParams({ new: '1' });
  if (holder.as) params.set('as', holder.as);
  if (page) params.set('page', page);
  return `?${params.toString()}`;
};
