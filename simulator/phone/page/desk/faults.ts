import { button, make } from './dom';

export interface FaultStrip {
  element: HTMLElement;
  add(message: string): void;
}

/** The red strip beside the phone: every fault of the mini-program, until it is wiped away. */
export const faultStrip = (): FaultStrip => {
  const list = make('ul', { role: 'alert' });
  const element = make('aside', { class: 'faults', 'aria-label': '小程序出错' }, list);
  const wipe = (): void => {
    list.replaceChildren();
    element.hidden = true;
  };
  element.prepend(button('清除', wipe));
  element.hidden = true;
  const add = (message: string): void => {
    list.append(make('li', {}, message));
    element.hidden = false;
  };
  return { element, add };
};
