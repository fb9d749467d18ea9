import { defineElement, type Element, type Life } from './element';

interface Input {
  name: string;
  value: string | number | null;
  type: string;
  password: boolean;
  placeholder: string;
  placeholderStyle: string;
  disabled: boolean;
  maxlength: number;
  focus: boolean;
  autoFocus: boolean;
  autoHeight: boolean;
  confirmType: string;
  cursor: number;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const NONE = { type: String, value: '' } as const;

/** WeChat counts to 140 unless told otherwise; -1 means no limit. */
const properties = {
  name: NONE,
  value: { type: null, value: '' },
  type: { type: String, value: 'text' },
  password: Boolean,
  placeholder: NONE,
  placeholderStyle: NONE,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  autoHeight: Boolean,
  confirmType: { type: String, value: 'done' },
  cursor: { type: Number, value: -1 },
  // Concern the phone's keyboard, which a browser has not.
  cursorSpacing: Number,
  cursorColor: NONE,
  confirmHold: Boolean,
  holdKeyboard: Boolean,
  adjustPosition: { type: Boolean, value: true },
  alwaysEmbed: Boolean,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  fixed: Boolean,
  showConfirmBar: { type: Boolean, value: true },
  disableDefaultPadding: Boolean,
  alwaysSystem: Boolean,
  safePasswordCertPath: NONE,
} as const;

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' };

const textOf = ({ value }: Input): string => (value === null || value === undefined ? '' : String(value));

const show = (field: Field, data: Input): void => {
  const text = textOf(data);
  if (field.value !== text) field.value = text;
  if (field instanceof HTMLInputElement) {
    field.type = data.password ? 'password' : 'text';
    field.enterKeyHint = data.confirmType;
  }
  field.inputMode = KEYBOARDS[data.type] ?? 'text';
  field.placeholder = data.placeholder;
  field.disabled = data.disabled;
  field.name = data.name;
  if (data.maxlength >= 0) field.maxLength = data.maxlength;
  else field.removeAttribute('maxlength');
};

const fitHeight = (field: Field): void => {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
};

const listen = (element: Element<Input>, field: Field): void => {
  field.addEventListener('input', () => {
    element.set({ value: field.value });
    element.emit('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 });
  });
  field.addEventListener('focus', () => element.emit('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => element.emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 }));
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement)
      element.emit('confirm', { value: field.value });
  });
};

const setup = (element: Element<Input>): Life => {
  const field = element.inner<Field>('inner');
  let focused = false;
  listen(element, field);
  return {
    changed() {
      const { data } = element;
      show(field, data);
      if (data.autoHeight) fitHeight(field);
      const wanted = data.focus || data.autoFocus;
      if (wanted && !focused) queueMicrotask(() => field.focus({ preventScroll: true }));
      focused = wanted;
    },
    control: {
      name: () => element.data.name,
      value: () => field.value,
      reset: () => element.set({ value: '' }),
      activate: () => field.focus(),
    },
  };
};

export const inputElements = ['input', 'textarea'].map((tag) =>
  defineElement<Input>(tag, properties, setup, ['placeholder-class']),
);
