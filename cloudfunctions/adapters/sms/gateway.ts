import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Sms } from '../../core/ports/sms';
import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';
import { smsText } from '../../../miniprogram/copy/sms';
import type { LogEntry } from '../log/log';

/** Milliseconds; the function itself has ten seconds (`deployment/functions.json`). */
export const SMS_TIMEOUT = 4000;

export interface SmsGateway {
  readonly url: URL;
  /** Sent as a bearer token. */
  readonly token: string;
  /** Milliseconds from the first byte to the whole answer; well below the function's own time-out. */
  readonly timeout: number;
}

/** What the operator's gateway is sent, as JSON. */
interface Message {
  /** 11 digits. */
  readonly to: string;
  readonly template: `code-${SmsPurpose}`;
  readonly params: { readonly code: string };
  /** The whole message, for gateways that want no template. */
  readonly text: string;
}

/** Resolves with the HTTP status; redirects are not followed. Node's own client: the platform's older runtimes have no `fetch`. */
const post = ({ url, token, timeout }: SmsGateway, message: Message): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    };
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = send(url, { method: 'POST', headers }, (answer) => {
      answer.on('error', reject);
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.resume();
    });
    const patience = setTimeout(
      () => call.destroy(Object.assign(new Error('No answer in time.'), { code: 'ETIMEDOUT' })),
      timeout,
    );
    call.on('close', () => clearTimeout(patience));
    call.on('error', reject);
    call.end(body);
  });

/**
 * Text messages through the operator's HTTP gateway: 2xx means taken. Whatever goes wrong is logged without the number
 * or the code, and answered as not taken: the person may ask again.
 * @rule A3
 */
export const createSms = (gateway: SmsGateway, log: (entry: LogEntry) => void): Sms => ({
  async sendCode(to, purpose, code) {
    const template = `code-${purpose}` as const;
    const notTaken = (reason: Record<string, unknown>) => {
      log({ level: 'error', event: 'sms-not-taken', template, ...reason });
      return false;
    };
    try {
      const status = await post(gateway, { to, template, params: { code }, text: smsText(purpose, code) });
      return (status >= 200 && status < 300) || notTaken({ status });
    } catch (fault) {
      return notTaken({ code: (fault as NodeJS.ErrnoException).code ?? 'UNKNOWN' });
    }
  },
});
