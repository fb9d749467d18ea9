import { guarded } from '../../between/faults';

/** Listeners of one kind of event: the pairs `onXxx` and `offXxx` of `wx`. */
export class Channel<A extends unknown[]> {
  private readonly listeners = new Set<(...args: A) => unknown>();

  readonly on = (listener: (...args: A) => unknown): void => void this.listeners.add(listener);

  /** Without an argument all listeners go, as WeChat does it. */
  readonly off = (listener?: (...args: A) => unknown): void => {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  };

  emit(...args: A): void {
    for (const listener of [...this.listeners]) guarded(() => listener(...args));
  }
}

/** The two ends that `navigateTo` ties between the opening and the opened page. */
export class EventChannel {
  private readonly channels = new Map<string, Channel<unknown[]>>();

  constructor(events: Record<string, (...args: unknown[]) => unknown> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener);
  }

  on(name: string, listener: (...args: unknown[]) => unknown): void {
    const channel = this.channels.get(name) ?? new Channel<unknown[]>();
    this.channels.set(name, channel);
    channel.on(listener);
  }

  once(name: string, listener: (...args: unknown[]) => unknown): void {
    const only = (...args: unknown[]): unknown => {
      this.off(name, only);
      return listener(...args);
    };
    this.on(name, only);
  }

  off(name: string, listener?: (...args: unknown[]) => unknown): void {
    this.channels.get(name)?.off(listener);
  }

  emit(name: string, ...args: unknown[]): void {
    this.channels.get(name)?.emit(...args);
  }
}
