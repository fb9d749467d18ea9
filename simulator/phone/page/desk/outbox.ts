import { button, make, section } from './dom';

interface Message {
  at: string;
  channel: 'sms' | 'subscribe';
  to: string;
  template: string;
  params: Record<string, string>;
  text: string;
}

/** Milliseconds between two looks at the outbox. */
const INTERVAL = 3000;

const timeOf = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

const show = ({ at, channel, to, params, text }: Message): HTMLElement => {
  const head = make('p', { class: 'note' }, `${channel === 'sms' ? '短信' : '订阅消息'} · ${to} · ${timeOf(at)}`);
  const code = params['code'];
  if (!code) return make('li', {}, head, make('p', {}, text));
  const copy = button('复制', () => void navigator.clipboard.writeText(code));
  return make('li', {}, head, make('p', { class: 'code' }, make('strong', {}, code), copy), make('p', {}, text));
};

export interface OutboxPanel {
  element: HTMLElement;
  /** Looks now. */
  refresh: () => void;
}

const look = async (): Promise<string> => {
  const response = await fetch('outbox');
  if (!response.ok) throw new Error(`GET /outbox: ${response.status}`);
  return response.text();
};

/**
 * The messages that have been sent, newest first, looked up every few seconds and after each call of the phone.
 * A fault is told once, not at every look.
 */
export const outboxSection = (onFault: (cause: unknown) => void): OutboxPanel => {
  const list = make('ol', { class: 'outbox', 'aria-live': 'polite' });
  let shown = '';
  let failed = false;
  const take = (text: string): void => {
    failed = false;
    if (text === shown) return;
    shown = text;
    const messages = JSON.parse(text) as Message[];
    list.replaceChildren(...(messages.length ? messages.map(show) : [make('li', { class: 'note' }, '还没有消息')]));
  };
  const refresh = (): void =>
    void look()
      .then(take)
      .catch((cause: unknown) => {
        if (!failed) onFault(cause);
        failed = true;
      });
  refresh();
  window.setInterval(refresh, INTERVAL);
  return { element: section('发出的消息', list), refresh };
};
