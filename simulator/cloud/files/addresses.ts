import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock';
import { CloudError } from '../errors';

const defaultSeconds = 10 * 60;
const mostSeconds = 24 * 60 * 60;

const refused = (): CloudError =>
  new CloudError('STORAGE_SIGN_PARAM_INVALID', 'The address has expired, or nobody has given it out.', 403);

/**
 * Temporary addresses of files: whoever has one reads the file until it expires, by the simulator's clock, so that a
 * test can move to the minute after. They are worth nothing after a restart.
 */
export class FileAddresses {
  readonly #key = randomBytes(32);

  /** @param filesUrl where files are read and written: `http://127.0.0.1:8080/files` */
  constructor(
    readonly filesUrl: string,
    private readonly clock: Clock,
  ) {}

  /** @param seconds what the caller asks for; the platform gives a private file ten minutes, and a day at the most */
  give(name: string, seconds: unknown): string {
    const asked = typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, mostSeconds) : defaultSeconds;
    const until = String(Math.floor(this.clock.now().getTime() / 1000 + asked));
    // Not percent-encoded: the SDK does that itself before it fetches.
    return `${this.filesUrl}/${name}?sign=${this.#sign(name, until).toString('hex')}&t=${until}`;
  }

  /**
   * @returns whether the file was asked for by an address of ours; false where the address has no signature at all
   * @throws where it has one that is not ours, or not any more
   */
  isSigned(name: string, query: URLSearchParams): boolean {
    const [sign, until] = [query.get('sign'), query.get('t')];
    if (sign === null && until === null) return false;
    const given = Buffer.from(sign ?? '', 'hex');
    const right = this.#sign(name, until ?? '');
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw refused();
    if (Number(until) * 1000 <= this.clock.now().getTime()) throw refused();
    return true;
  }

  #sign(name: string, until: string): Buffer {
    return createHmac('sha256', this.#key).update(`${until}\n${name}`).digest();
  }
}
