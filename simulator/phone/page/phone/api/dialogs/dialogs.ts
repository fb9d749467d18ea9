import { beginTap } from '../consent/user-tap';
import { part } from '../../runtime/screen';

/** Dialogs lie in the phone's own overlay, above every page, and close before the next one opens. */
export const open = <T>(
  className: string,
  fill: (dialog: HTMLElement, close: (answer: T) => void) => void,
): Promise<T> =>
  new Promise((resolve) => {
    const shade = document.createElement('div');
    shade.className = 'phone-shade';
    const dialog = document.createElement('div');
    dialog.className = className;
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-modal', 'true');
    shade.append(dialog);
    fill(dialog, (answer) => {
      shade.remove();
      resolve(answer);
    });
    part('overlay').append(shade);
  });

export const closeDialogs = (): void => part('overlay').replaceChildren();

export const add = <K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: K,
  text: string,
  className = '',
) => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  parent.append(element);
  return element;
};

export const addButton = (parent: HTMLElement, text: string, onTap: () => void, color = ''): void => {
  const button = add(parent, 'button', text);
  button.type = 'button';
  button.style.color = color;
  button.addEventListener('click', () => {
    beginTap();
    onTap();
  });
};

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  confirmText?: string;
  confirmColor?: string;
  cancelText?: string;
  cancelColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  confirm: boolean;
  cancel: boolean;
  content?: string;
}

export const showModal = (options: ModalOptions): Promise<ModalAnswer> =>
  open('phone-modal', (dialog, close) => {
    const { title = '', content = '', editable = false } = options;
    if (title) add(dialog, 'h2', title);
    const input = editable ? add(dialog, 'input', '') : undefined;
    if (input) Object.assign(input, { value: content, placeholder: options.placeholderText ?? '' });
    else add(dialog, 'p', content);
    const buttons = add(dialog, 'footer', '');
    const end = (confirm: boolean): void =>
      close({ confirm, cancel: !confirm, ...(input && { content: input.value }) });
    if (options.showCancel ?? true)
      addButton(buttons, options.cancelText ?? '取消', () => end(false), options.cancelColor ?? '#000000');
    addButton(buttons, options.confirmText ?? '确定', () => end(true), options.confirmColor ?? '#576b95');
  });

/** @returns the place of the chosen item, or undefined when the sheet was closed without a choice */
export const showActionSheet = (items: string[], title = ''): Promise<number | undefined> =>
  open('phone-sheet-menu', (dialog, close) => {
    if (title) add(dialog, 'p', title);
    items.forEach((item, index) => addButton(dialog, item, () => close(index)));
    addButton(dialog, '取消', () => close(undefined));
  });

/** A list of switches. @returns how each of them stands when it is closed */
export const showSwitches = (title: string, switches: { label: string; on: boolean }[]): Promise<boolean[]> =>
  open('phone-modal phone-switches', (dialog, close) => {
    add(dialog, 'h2', title);
    if (switches.length === 0) add(dialog, 'p', '没有可以设置的权限');
    const boxes = switches.map(({ label, on }) => {
      const line = add(dialog, 'label', label);
      const box = add(line, 'input', '');
      Object.assign(box, { type: 'checkbox', checked: on });
      return box;
    });
    const buttons = add(dialog, 'footer', '');
    addButton(buttons, '完成', () => close(boxes.map(({ checked }) => checked)), '#576b95');
  });

interface ToastOptions {
  title?: string;
  icon?: string;
  /** Milliseconds. */
  duration?: number;
  mask?: boolean;
}

let toast: HTMLElement | undefined;
let toastEnds = 0;

export const hideToast = (): void => {
  window.clearTimeout(toastEnds);
  toast?.remove();
  toast = undefined;
};

const putToast = ({ title = '', icon = 'success', mask = false }: ToastOptions): void => {
  hideToast();
  toast = document.createElement('div');
  toast.className = `phone-toast ${icon}${mask ? ' mask' : ''}`;
  toast.setAttribute('role', 'status');
  add(toast, 'span', title);
  part('overlay').parentElement?.append(toast);
};

export const showToast = (options: ToastOptions): void => {
  putToast(options);
  toastEnds = window.setTimeout(hideToast, options.duration ?? 1500);
};

/** Stays until it is hidden. */
export const showLoading = (options: ToastOptions): void => putToast({ ...options, icon: 'loading' });
