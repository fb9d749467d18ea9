import { createHash } from 'node:crypto';
import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';
import type { CaptchaPainter } from '../../../cloudfunctions/core/ports/captcha-painter';
import type { CardCheck, SocialSecurityCards } from '../../../cloudfunctions/core/ports/social-security-cards';
import type { KeyedHash } from '../../../cloudfunctions/core/ports/keyed-hash';
import type { Passwords } from '../../../cloudfunctions/core/ports/passwords';
import type { Pause } from '../../../cloudfunctions/core/ports/pause';
import type { PhoneButton } from '../../../cloudfunctions/core/ports/phone-button';
import type { Random } from '../../../cloudfunctions/core/ports/random';
import type { Sms } from '../../../cloudfunctions/core/ports/sms';
import { turn } from './memory-database';

export class MemoryHash implements KeyedHash {
  of(purpose: string, value: string): string {
    return createHash('sha256').update(`${purpose}\n${value}`).digest('hex');
  }
}

/** Counts, so that every value is another one and a failing test fails again in the same way. */
export class MemoryRandom implements Random {
  private count = 0;

  id(): string {
    return (++this.count).toString(16).padStart(32, '0');
  }

  digits(length: number): string {
    return String(++this.count * 7919)
      .padStart(length, '0')
      .slice(-length);
  }

  integer(below: number): number {
    return ((++this.count * 7919) >> 3) % below;
  }
}

/** Salted, so that one password is never stored twice in the same form; slow, as scrypt is, so that others come between. */
export class MemoryPasswords implements Passwords {
  private salt = 0;
  /** How many passwords were compared. */
  compares = 0;
  /** The fault that the next comparison ends with. */
  nextFault: Error | undefined;

  async hash(password: string): Promise<string> {
    await this.work();
    return `${++this.salt}:${password}`;
  }

  async matches(password: string, stored: string | undefined): Promise<boolean> {
    this.compares++;
    await this.work();
    const fault = this.nextFault;
    this.nextFault = undefined;
    if (fault) throw fault;
    return stored !== undefined && stored.slice(stored.indexOf(':') + 1) === password;
  }

  private async work(): Promise<void> {
    for (let turns = 0; turns < 5; turns++) await turn();
  }
}

export interface TextMessage {
  readonly to: string;
  readonly purpose: SmsPurpose;
  readonly code: string;
}

export class MemorySms implements Sms {
  /** Oldest first. */
  readonly sent: TextMessage[] = [];
  /** Whether the service takes messages. */
  works = true;

  async sendCode(to: string, purpose: SmsPurpose, code: string): Promise<boolean> {
    await turn();
    if (this.works) this.sent.push({ to, purpose, code });
    return this.works;
  }
}

export interface MemoryCard {
  readonly name: string;
  readonly password: string;
  readonly activated: boolean;
}

export class MemoryCards implements SocialSecurityCards {
  readonly cards = new Map<string, MemoryCard>();
  works = true;
  /** How many passwords the service was asked about. */
  checks = 0;

  async check(idNumber: string, cardPassword: string): Promise<CardCheck> {
    this.checks++;
    await turn();
    if (!this.works) return { outcome: 'unavailable' };
    const card = this.cards.get(idNumber);
    if (!card) return { outcome: 'unknown' };
    if (!card.activated) return { outcome: 'not-activated' };
    return card.password === cardPassword ? { outcome: 'right', name: card.name } : { outcome: 'wrong-password' };
  }
}

export class MemoryPhoneButton implements PhoneButton {
  /** Phones by the codes that WeChat handed out. */
  readonly codes = new Map<string, string>();

  async phoneOf(code: string): Promise<string | undefined> {
    await turn();
    return this.codes.get(code);
  }
}

export class MemoryPainter implements CaptchaPainter {
  paint([first, second]: readonly [number, number]) {
    return { image: `data:image/svg+xml;base64,${first}${second}`, question: `${first} + ${second}` };
  }
}

/** Turns of everybody else while somebody waits: more than a password takes to be compared and counted. */
const TURNS_OF_A_PAUSE = 25;

/** Takes no time: whoever else is at work goes on meanwhile. */
export class MemoryPause {
  /** Milliseconds that were waited in all. */
  waited = 0;

  readonly pause: Pause = async (milliseconds) => {
    this.waited += milliseconds;
    for (let turns = 0; turns < TURNS_OF_A_PAUSE; turns++) await turn();
  };
}
