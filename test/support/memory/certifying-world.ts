import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import type { SavedContact } from '../../../cloudfunctions/core/domain/documents/family';
import type { Context } from '../../../cloudfunctions/core/ports/context';
import type { Action } from '../../../cloudfunctions/core/use-cases/steps/action';
import type { Decision } from '../../../cloudfunctions/core/use-cases/review/decide-review';
import { decideReview } from '../../../cloudfunctions/core/use-cases/review/decide-review';
import { eligibility } from '../../../cloudfunctions/core/use-cases/certification/eligibility';
import { enrolmentId } from '../../../cloudfunctions/core/use-cases/identity/card-photo';
import { finishCertification } from '../../../cloudfunctions/core/use-cases/certification/finish-certification';
import { receipt } from '../../../cloudfunctions/core/use-cases/certification/receipt';
import { records } from '../../../cloudfunctions/core/use-cases/certification/records';
import { startCertification } from '../../../cloudfunctions/core/use-cases/certification/start-certification';
import { verifyReceipt } from '../../../cloudfunctions/core/use-cases/certification/verify-receipt';
import { CONSENT_VERSION, stillPath } from '../../../miniprogram/shared/contract/identity';
import type { FaceAction, Still, Way } from '../../../miniprogram/shared/contract/identity';
import type { Input, Output } from '../../../miniprogram/shared/contract/api';
import type { PersonRef } from '../../../miniprogram/shared/contract/person-ref';
import { checkDigitOf } from '../../../miniprogram/shared/id-number';
import type { Result } from '../../../miniprogram/shared/result';
import { receiptScene } from '../../../miniprogram/shared/scene';
import { MemoryDatabase } from './memory-database';
import { MemoryFiles } from './memory-files';
import { MemoryHash, MemoryRandom } from './memory-ports';
import { MemoryQueries } from './memory-queries';
import { ScriptedFaceVerifier } from './scripted-face-verifier';
import { china, must } from './world';

/** Somebody on the roster. */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
}

/** People who cannot be real: born in 1850. @param index 0 to 999 */
export const someone = (index: number): Person => {
  const first17 = `61052618500101${String(index).padStart(3, '0')}`;
  return { name: '赵先生', idNumber: first17 + checkDigitOf(first17) };
};

/** The cycle of the notice: 3 June to 31 July, unpaid from August. */
export const cycleOf2026: Cycle = {
  year: 2026,
  policy: 'natural-year',
  opensOn: '2026-06-03',
  deadline: '2026-07-31',
  firstUnpaidMonth: '2026-08',
  agency: { name: '经办机构', phone: '09130000000' },
};
export const rollingCycle: Cycle = { year: 2026, policy: 'rolling-12-months', agency: cycleOf2026.agency };

const unit = { id: 'school-1', name: '第一中学', phone: '09130000001' };

type ActionsOf<A extends keyof Actions> = (
  input: Input<'certification', A>,
) => Promise<Result<Output<'certification', A>>>;
interface Actions {
  eligibility: Action<'eligibility'>;
  startCertification: Action<'startCertification'>;
  finishCertification: Action<'finishCertification'>;
  records: Action<'records'>;
  receipt: Action<'receipt'>;
  verifyReceipt: Action<'verifyReceipt'>;
}

/** The use-cases of certifying with everything outside them in memory, and a clock that stands still until it is moved. */
export class CertifyingWorld {
  readonly database = new MemoryDatabase();
  readonly files = new MemoryFiles();
  readonly hash = new MemoryHash();
  readonly queries = new MemoryQueries(this.database);
  readonly random = new MemoryRandom();
  readonly verifier = new ScriptedFaceVerifier();
  /** Ids of real-name reviews that were accepted. */
  readonly verifiedHolders: string[] = [];
  now: Date;
  private pictures = 0;
  /** The operator's choice (`trustsEngine`). */
  trustsEngine = false;

  constructor(start = '2026-06-15 09:12') {
    this.now = china(start);
    this.queries.cycle = cycleOf2026;
  }

  at(time: string): void {
    this.now = china(time);
  }

  protected get dependencies() {
    const { database, files, hash, queries, random, trustsEngine, verifier } = this;
    return {
      database,
      files,
      hash,
      queries,
      random,
      receiptLink: (number: string) => `https://example.org/r?scene=${receiptScene(number)}`,
      trustsEngine,
      verifier,
      verifyHolder: async ({ id }: { readonly id: string }) => void this.verifiedHolders.push(id),
    };
  }

  /** The phone of a WeChat user. */
  user(openid: string): { [A in keyof Actions]: ActionsOf<A> } {
    const context = (): Context => ({ openid, now: this.now, requestId: 'test' });
    return {
      eligibility: (input) => eligibility(this.dependencies)(input, context()),
      startCertification: (input) => startCertification(this.dependencies)(input, context()),
      finishCertification: (input) => finishCertification(this.dependencies)(input, context()),
      records: (input) => records(this.dependencies)(input, context()),
      receipt: (input) => receipt(this.dependencies)(input, context()),
      verifyReceipt: (input) => verifyReceipt(this.dependencies)(input, context()),
    };
  }

  decideReview(decision: Decision) {
    return decideReview(this.dependencies)(decision, this.now);
  }

  recipientId({ idNumber }: Person): string {
    return this.hash.of('id-number', idNumber);
  }

  /** Puts somebody on the roster, paid and with a portrait. */
  async enlist(
    person: Person,
    { portrait = true, ...fields }: Partial<Omit<Recipient, 'portrait'>> & { portrait?: boolean } = {},
  ): Promise<string> {
    const id = this.recipientId(person);
    const fileId = portrait && this.files.upload(`portraits/of-${id}`, Buffer.from(person.name));
    await this.database.recipients.put(id, {
      ...person,
      personKey: id,
      unit,
      payment: 'paid',
      monthlyAmount: 310_000,
      ...(fileId && { portrait: { fileId, from: 'roster', at: '2026-01-01T00:00:00.000Z' } }),
      ...fields,
    });
    return id;
  }

  async recipient(person: Person): Promise<Recipient> {
    const stored = this.database.contents('recipients').find(({ id }) => id === this.recipientId(person));
    if (!stored) throw new Error('not on the roster');
    return stored.value;
  }

  /** A verified holder who has agreed to face processing, signed in as a WeChat user. @returns the account's id */
  async signIn(openid: string, person: Person, fields: Partial<Account> = {}): Promise<string> {
    const id = `account-of-${openid}`;
    await this.database.accounts.put(id, {
      ...person,
      verified: { by: 'face', at: this.now },
      consent: { version: CONSENT_VERSION, at: this.now },
      sessionsSince: this.now,
      createdAt: this.now,
      ...fields,
    });
    await this.joinAccount(openid, id);
    return id;
  }

  /** Signs a WeChat user in to an account that is there. */
  async joinAccount(openid: string, accountId: string): Promise<void> {
    const session = { accountId, startedAt: this.now, usedAt: this.now };
    await this.database.sessions.put(this.hash.of('openid', openid), session);
  }

  account(id: string): Account {
    const stored = this.database.contents('accounts').find((account) => account.id === id);
    if (!stored) throw new Error('no such account');
    return stored.value;
  }

  /** A photographed card of somebody, as `readIdCard` leaves it. */
  async photographCard(accountId: string, person: Person, expiresAt = '2026-06-15 10:12'): Promise<void> {
    const fileId = this.files.upload(`portraits/card-of-${person.idNumber}`, Buffer.from('card'));
    await this.database.enrolments.put(enrolmentId(accountId, this.recipientId(person)), {
      accountId: accountId,
      portrait: { fileId, from: 'id-card', at: this.now.toISOString() },
      expiresAt: china(expiresAt),
    });
  }

  /** Uploads what a phone takes during a challenge: a still face before, between and after the actions. */
  upload(challengeId: string, actions: readonly FaceAction[]): Still[] {
    const poses = ['neutral' as const, ...actions.flatMap((action) => [action, 'neutral' as const])];
    while (poses.length < 3) poses.push('neutral');
    return poses.map((shows, place) => {
      const bytes = Buffer.from(`picture ${++this.pictures}`);
      return { shows, at: place * 2000, fileId: this.files.upload(stillPath(challengeId, String(place)), bytes) };
    });
  }

  /** Starts a try and uploads its pictures: all that is left is to finish it. */
  async begin(
    openid: string,
    whom: PersonRef,
    way: Way = 'actions',
  ): Promise<Input<'certification', 'finishCertification'>> {
    const { challengeId, actions } = must(await this.user(openid).startCertification({ ...whom, way }));
    return { challengeId, stills: this.upload(challengeId, actions) };
  }

  /** A whole try. */
  async certify(openid: string, whom: PersonRef, way: Way = 'actions') {
    return this.user(openid).finishCertification(await this.begin(openid, whom, way));
  }

  /** The database calls that some work makes; the look-up counters are one call of the queries port. */
  async callsOf(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.database.calls.length;
    await work();
    return this.database.calls.slice(before).filter((call) => !call.startsWith('dailyCounters.'));
  }
}

/** A contact of an account. */
export const contact = (id: string, person: Person, consented = false): SavedContact => ({
  id,
  ...person,
  relation: 'mother',
  ...(consented && { consent: { by: 'invitation', at: '2026-06-01T00:00:00.000Z' } }),
});
