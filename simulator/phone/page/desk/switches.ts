import { make } from './dom';

/** A control of the desk, and how it is brought up to date after an answer on the phone. */
export interface Switch {
  element: HTMLElement;
  show: () => void;
}

/** @param words what each value is called */
export const choiceOf = (
  label: string,
  words: Record<string, string>,
  read: () => string,
  write: (value: string) => void,
) => {
  const choice = make('select', { 'aria-label': label });
  for (const [value, text] of Object.entries(words)) choice.append(new Option(text, value));
  choice.addEventListener('change', () => write(choice.value));
  const show = (): void => {
    choice.value = read();
  };
  return { element: make('label', { class: 'switch' }, `${label} `, choice), show };
};

export const boxOf = (label: string, read: () => boolean, write: (on: boolean) => void): Switch => {
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => write(box.checked));
  const show = (): void => {
    box.checked = read();
  };
  return { element: make('label', { class: 'switch' }, box, ` ${label}`), show };
};
