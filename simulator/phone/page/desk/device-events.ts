import { make, section } from './dom';

const MOST = 20;

export interface DeviceEvents {
  element: HTMLElement;
  add(what: string): void;
}

/** What is felt or heard of a phone and not seen: calls, vibrations, what it says; the newest first. */
export const deviceEventsSection = (): DeviceEvents => {
  const list = make('ol', { class: 'device-events', 'aria-live': 'polite' });
  const element = section('手机的声音和动作', list);
  element.hidden = true;
  const add = (what: string): void => {
    list.prepend(make('li', {}, what));
    list.children[MOST]?.remove();
    element.hidden = false;
  };
  return { element, add };
};
