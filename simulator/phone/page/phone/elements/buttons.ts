import { openTypes, isOpenType } from '../api/open-types';
import { reportFault } from '../../between/faults';
import { controlOf, controlsIn, defineElement, type Control, type Element } from './element';
import { showPressed } from './hover';

interface Button {
  type: string;
  size: string;
  plain: boolean;
  disabled: boolean;
  loading: boolean;
  formType: '' | 'submit' | 'reset';
  openType: string;
  hoverClass: string;
}

const NONE = { type: String, value: '' } as const;

type DomElement = globalThis.Element;

const forms = new WeakMap<DomElement, { submit: () => void; reset: () => void }>();

const useOpenType = (element: Element<Button>, openType: string): void => {
  if (!isOpenType(openType)) return reportFault(new Error(`the simulator has no open-type="${openType}"`));
  const used = openTypes[openType]({
    emit: (event, detail) => element.emit(event, detail),
    id: element.host.id,
    target: element.node,
  });
  used.catch((cause: unknown) => reportFault(cause));
};

const press = (element: Element<Button>): void => {
  const { disabled, formType, openType } = element.data;
  if (disabled) return;
  const form = element.host.closest('wx-form');
  if (formType && form) forms.get(form)?.[formType]();
  if (openType) useOpenType(element, openType);
};

const button = defineElement<Button>(
  'button',
  {
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: NONE,
    openType: NONE,
    hoverClass: { type: String, value: '' },
    ...Object.fromEntries(
      [
        'lang',
        'businessId',
        'sessionFrom',
        'sendMessageTitle',
        'sendMessagePath',
        'sendMessageImg',
        'appParameter',
      ].map((name) => [name, null]),
    ),
    showMessageCard: Boolean,
    hoverStayTime: Number,
    hoverStartTime: Number,
    hoverStopPropagation: Boolean,
  } as never,
  (element) => {
    const { host, node } = element;
    showPressed(element);
    node.addListener('tap', () => press(element));
    return {
      changed() {
        const { type, size, plain, disabled, loading } = element.data;
        host.setAttribute('type', type);
        host.setAttribute('size', size);
        host.toggleAttribute('plain', plain);
        host.toggleAttribute('disabled', disabled);
        host.toggleAttribute('loading', loading);
        if (!host.hasAttribute('role')) host.setAttribute('role', 'button');
        if (disabled) host.setAttribute('aria-disabled', 'true');
        else if (!node.getAttribute('aria-disabled')) host.removeAttribute('aria-disabled');
      },
    };
  },
);

const form = defineElement<{ reportSubmit: boolean }>('form', { reportSubmit: Boolean }, (element) => {
  const fields = (): Control[] => controlsIn(element.host).filter((control) => control.name());
  forms.set(element.host, {
    submit: () =>
      element.emit('submit', { value: Object.fromEntries(fields().map((field) => [field.name(), field.value()])) }),
    reset() {
      for (const field of fields()) field.reset();
      element.emit('reset');
    },
  });
  return {};
});

const CONTROLS = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button';

const label = defineElement<{ for: string }>('label', { for: NONE }, (element) => {
  element.node.addListener('tap', (event) => {
    const tapped = (event as unknown as { getOriginalEvent(): Event | undefined }).getOriginalEvent()?.target;
    if (tapped instanceof HTMLElement && tapped.closest(CONTROLS)) return;
    const { for: id } = element.data;
    const scope = id ? element.host.closest('wx-page') : element.host;
    const target = scope?.querySelector<HTMLElement>(id ? `#${CSS.escape(id)}` : CONTROLS);
    if (target) controlOf(target)?.activate?.();
  });
  return {};
});

interface Navigator {
  url: string;
  openType: 'navigate' | 'redirect' | 'switchTab' | 'reLaunch' | 'navigateBack';
  delta: number;
  hoverClass: string;
}

const METHODS = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
} as const;

const navigator = defineElement<Navigator>(
  'navigator',
  { url: NONE, openType: { type: String, value: 'navigate' }, delta: { type: Number, value: 1 }, hoverClass: NONE },
  (element) => {
    showPressed(element);
    element.host.setAttribute('role', 'link');
    element.node.addListener('tap', () => {
      const { url, openType, delta } = element.data;
      const { wx } = globalThis as unknown as { wx: Record<string, (options: object) => unknown> };
      wx[METHODS[openType]]?.({ url, delta });
    });
    return {};
  },
);

export const buttonElements = [button, form, label, navigator];
