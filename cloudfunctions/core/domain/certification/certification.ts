import { chinaDay } from '../../../../miniprogram/shared/china-time';
import type { Method } from '../../../../miniprogram/shared/contract/certification';
import type { Certification, LedgerEntry } from '../documents/certification';
import type { Cycle } from '../documents/cycle';
import type { Judgement, Review } from '../documents/face-check';
import type { Recipient } from '../documents/roster';
import type { ReferencePortrait } from '../documents/face';
import { resumptionOf } from './resumption';
import { validUntil } from './period';

/** One for each person and period, whatever happens at the same moment (rule D3). */
export const certificationId = (personKey: string, period: string): string => `${personKey}.${period}`;

/** What a certification is made from. */
export interface Grounds {
  readonly recipient: Recipient;
  /** As the roster writes it today. */
  readonly name: string;
  readonly cycle: Cycle;
  readonly period: string;
  readonly challengeId: string;
  readonly challenge: Review['challenge'];
  readonly method: Method;
  readonly judgement: Judgement;
  readonly template?: string | undefined;
  /** A portrait that none was on record before (rule B4). */
  readonly portrait?: ReferencePortrait | undefined;
  /** Receipt number. */
  readonly number: string;
  readonly demonstration: boolean;
  /** Whose doing it was: the account, or the reviewer. */
  readonly actor: string;
  readonly now: Date;
}

/** All that is written where somebody is certified. */
export interface Outcome {
  readonly certification: Certification;
  /** What changes on the recipient. */
  readonly changes: Partial<Recipient>;
  /** Where the payment was suspended (rule E3). */
  readonly resumption?: LedgerEntry | undefined;
}

const certificationOf = (grounds: Grounds): Certification => ({
  personKey: grounds.recipient.personKey,
  number: grounds.number,
  period: grounds.period,
  method: grounds.method,
  at: grounds.now,
  until: validUntil(grounds.cycle, chinaDay(grounds.now)),
  name: grounds.name,
  unitId: grounds.recipient.unit.id,
  accountId: grounds.challenge.accountId,
  wechatUserKey: grounds.challenge.wechatUserKey,
  challengeId: grounds.challengeId,
  judgement: grounds.judgement,
  consentVersion: grounds.challenge.consentVersion,
  ...(grounds.template === undefined ? {} : { template: grounds.template }),
  demonstration: grounds.demonstration,
});

/**
 * @rule D2
 * @rule D7
 * @rule E3
 */
export function outcomeOf(grounds: Grounds): Outcome {
  const { recipient, cycle, portrait, actor, now } = grounds;
  const certification = certificationOf(grounds);
  const { number, period, method, at, until } = certification;
  const resumption = resumptionOf(recipient, cycle, actor, now);
  return {
    certification,
    changes: {
      last: { number, period, method, at, until },
      ...(portrait ? { portrait } : {}),
      ...(resumption ? { payment: 'paid' as const } : {}),
    },
    resumption,
  };
}
