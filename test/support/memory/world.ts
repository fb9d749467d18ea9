import type { AccountDependencies } from '../../../cloudfunctions/core/functions/account/actions';
import { createStoredRoster } from '../../../cloudfunctions/adapters/roster/stored-roster';
import { accountActions } from '../../../cloudfunctions/core/functions/account/actions';
import type { Context } from '../../../cloudfunctions/core/ports/context';
import type { ActionName, Input, Output } from '../../../miniprogram/shared/contract/api';
import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';
import type { Result } from '../../../miniprogram/shared/result';
import { MemoryDatabase } from './memory-database';
import {
  MemoryCards,
  MemoryHash,
  MemoryPainter,
  MemoryPasswords,
  MemoryPhoneButton,
  MemoryRandom,
  MemorySms,
} from './memory-ports';
import { MemoryFiles } from './memory-files';
import { MemoryQueries } from './memory-queries';

/** `2026-08-01 09:12` or `2026-08-01 09:12:30.500`, China Standard Time. */
export const china = (time: string): Date => new Date(`${time.replace(' ', 'T')}+08:00`);

/** One WeChat user's phone: the actions, called by that user at the world's time. */
export type UserActions = {
  [A in ActionName<'account'>]: (input: Input<'account', A>) => Promise<Result<Output<'account', A>>>;
};

/** The real use-cases with everything outside them in memory, and a clock that stands still until it is moved. */
export class World {
  readonly database = new MemoryDatabase();
  readonly files = new MemoryFiles();
  readonly queries = new MemoryQueries(this.database);
  readonly hash = new MemoryHash();
  readonly passwords = new MemoryPasswords();
  readonly sms = new MemorySms();
  readonly socialSecurityCards = new MemoryCards();
  /** What is uploaded, over the recipients of the database in memory: one roster for every question. */
  readonly roster = createStoredRoster(this.database.recipients, this.hash);
  readonly phoneButton = new MemoryPhoneButton();
  private readonly dependencies: AccountDependencies = {
    database: this.database,
    hash: this.hash,
    painter: new MemoryPainter(),
    passwords: this.passwords,
    phoneButton: this.phoneButton,
    files: this.files,
    queries: this.queries,
    random: new MemoryRandom(),
    roster: this.roster,
    sms: this.sms,
    socialSecurityCards: this.socialSecurityCards,
  };
  private now: Date;

  constructor(start = '2026-08-01 09:00') {
    this.now = china(start);
  }

  /** Moves the clock. */
  at(time: string): void {
    this.now = china(time);
  }

  /** What a call of a WeChat user knows now. */
  context(openid: string): Context {
    return { openid, now: this.now, requestId: 'test' };
  }

  /** The phone of a WeChat user. */
  user(openid: string): UserActions {
    const call = (action: ActionName<'account'>) => (input: never) =>
      accountActions[action].run(this.dependencies)(input, this.context(openid));
    const actions = Object.keys(accountActions) as ActionName<'account'>[];
    return Object.fromEntries(actions.map((action) => [action, call(action)])) as unknown as UserActions;
  }

  /** A captcha as somebody answers it who can count. */
  async solvedCaptcha(openid: string): Promise<{ captchaId: string; answer: string }> {
    const { captchaId, question } = must(await this.user(openid).captcha({}));
    const [first, second] = question.split(' + ').map(Number) as [number, number];
    return { captchaId, answer: String(first + second) };
  }

  /** A code as it arrives on a phone. */
  async receiveCode(phone: string, purpose: SmsPurpose, openid = 'somebody'): Promise<string> {
    must(await this.user(openid).sendSms({ phone, purpose, ...(await this.solvedCaptcha(openid)) }));
    return this.lastCode();
  }

  lastCode(): string {
    const message = this.sms.sent.at(-1);
    if (!message) throw new Error('No text message was sent.');
    return message.code;
  }
}

/** What was accepted. @throws Error with the code of a refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.code}`);
  return result.data;
}

/** `ok`, or the code of the refusal. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.code);

/** How often each code came up. */
export function tally(results: readonly Result<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of results.map(codeOf)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** All of them at once, in as many calls as there are. */
export const atOnce = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
