import { createStoredRoster } from '../../../cloudfunctions/adapters/roster/stored-roster';
import type { AccountDependencies } from '../../../cloudfunctions/core/functions/account/actions';
import { accountActions } from '../../../cloudfunctions/core/functions/account/actions';
import type { CertificationDependencies } from '../../../cloudfunctions/core/functions/certification/actions';
import { certificationActions } from '../../../cloudfunctions/core/functions/certification/actions';
import type { Context } from '../../../cloudfunctions/core/ports/context';
import type { Actions } from '../../../miniprogram/shared/contract/api';
import type { Result } from '../../../miniprogram/shared/result';
import { receiptScene } from '../../../miniprogram/shared/scene';
import { MemoryDatabase } from '../memory/memory-database';
import { MemoryFiles } from '../memory/memory-files';
import {
  MemoryCards,
  MemoryHash,
  MemoryPainter,
  MemoryPasswords,
  MemoryPause,
  MemoryPhoneButton,
  MemoryRandom,
  MemorySms,
} from '../memory/memory-ports';
import { MemoryQueries } from '../memory/memory-queries';
import { ScriptedCardReader } from '../memory/scripted-card-reader';
import { ScriptedFaceVerifier } from '../memory/scripted-face-verifier';
import { china } from './outcomes';

type ActionName = keyof Actions;

/** One WeChat user's phone: every action of the contract, called by that user at the world's time. */
export type UserActions = {
  [A in ActionName]: (input: Actions[A]['input']) => Promise<Result<Actions[A]['output']>>;
};

const actions = { ...accountActions, ...certificationActions };

/**
 * The real actions of both functions with everything outside them in memory, and a clock that stands still until it is
 * moved.
 */
export class Outside implements AccountDependencies, CertificationDependencies {
  readonly database = new MemoryDatabase();
  readonly files = new MemoryFiles();
  readonly queries = new MemoryQueries(this.database);
  readonly hash = new MemoryHash();
  readonly passwords = new MemoryPasswords();
  readonly pauses = new MemoryPause();
  readonly pause = this.pauses.pause;
  readonly painter = new MemoryPainter();
  readonly random = new MemoryRandom();
  readonly sms = new MemorySms();
  readonly socialSecurityCards = new MemoryCards();
  /** What is uploaded, over the recipients of the database in memory: one roster for every question. */
  readonly roster = createStoredRoster(this.database.recipients, this.hash);
  readonly phoneButton = new MemoryPhoneButton();
  readonly cardReader = new ScriptedCardReader();
  readonly verifier = new ScriptedFaceVerifier();
  readonly receiptLink = (number: string) => `https://example.org/r?scene=${receiptScene(number)}`;
  /** The operator's choice. */
  trustsEngine = false;
  now: Date;

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
    const call = (name: ActionName) => (input: never) => actions[name].run(this)(input, this.context(openid));
    return Object.fromEntries(
      (Object.keys(actions) as ActionName[]).map((name) => [name, call(name)]),
    ) as unknown as UserActions;
  }

  /** The database calls that some work makes; the daily counters are one call of the queries port. */
  async callsOf(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.database.calls.length;
    await work();
    return this.database.calls.slice(before).filter((call) => !call.startsWith('dailyCounters.'));
  }
}
