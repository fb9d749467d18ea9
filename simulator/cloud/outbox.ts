/** A message as somebody would have received it. */
export interface Message {
  /** ISO 8601, by the simulator's clock. */
  at: string;
  channel: 'sms' | 'subscribe';
  to: string;
  template: string;
  params: Record<string, string>;
  text: string;
}

const capacity = 200;

/** The messages sent, newest first: in memory alone, as they hold phone numbers in clear. */
export class Outbox {
  #messages: Message[] = [];

  get messages(): readonly Message[] {
    return this.#messages;
  }

  put(message: Message): void {
    this.#messages = [message, ...this.#messages].slice(0, capacity);
  }
}
