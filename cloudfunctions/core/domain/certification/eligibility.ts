import type {
  Eligibility,
  EligibilityState,
  NotEligibleState,
} from '../../../../miniprogram/shared/contract/certification';
import type { Office } from '../../../../miniprogram/shared/contract/person-ref';
import type { ChinaDay } from '../../../../miniprogram/shared/china-time';
import { maskName } from '../../../../miniprogram/shared/masking';
import type { Cycle } from '../documents/cycle';
import type { Recipient } from '../documents/roster';
import { nameOn } from '../roster/name';
import { sameName } from '../roster/same-name';
import { meaningOf } from './payment';
import type { CyclePosition } from './period';
import { cyclePositionOf, isHolding, isKnownPolicy, yearPeriodOf } from './period';

/** What the roster says of somebody whose name and number agree with it. */
interface Listed {
  readonly recipient: Recipient;
  /** As the roster writes it today. */
  readonly name: string;
}

/** What became of looking for somebody (rule C1). */
export type PersonEligibility =
  | { readonly state: 'not-found' }
  | (Listed & { readonly state: Exclude<NotEligibleState, 'not-open'> })
  | (Listed & { readonly state: 'already-certified'; readonly last: NonNullable<Recipient['last']> })
  | (Listed & { readonly state: 'not-open'; readonly opensOn: ChinaDay })
  | (Listed & {
      readonly state: 'eligible';
      readonly cycle: Cycle;
      readonly period: string;
      readonly lastDay?: ChinaDay;
      readonly isOverdue: boolean;
    });

/**
 * Before a new cycle opens, and where none has followed the one that is over, whoever was suspended may certify all the
 * same: the pension is resumed by that and by nothing else (rules C2, E3).
 */
function letSuspendedIn(position: CyclePosition, today: ChinaDay): CyclePosition {
  switch (position.state) {
    case 'not-open':
      return { state: 'open', period: position.period, isOverdue: true };
    case 'no-cycle':
      return { state: 'open', period: yearPeriodOf(today), isOverdue: true };
    case 'open':
      return { ...position, isOverdue: true };
    case 'certified':
      return position;
  }
}

function withinCycle(cycle: Cycle, listed: Listed, today: ChinaDay): PersonEligibility {
  const { payment, last } = listed.recipient;
  const standing = cyclePositionOf(cycle, last, today);
  const position = meaningOf(payment).isResumed ? letSuspendedIn(standing, today) : standing;
  switch (position.state) {
    case 'certified':
      return { ...listed, state: 'already-certified', last: position.last };
    case 'no-cycle':
      return { ...listed, state: 'no-cycle' };
    case 'not-open':
      return { ...listed, state: 'not-open', opensOn: position.opensOn };
    case 'open':
      return { ...listed, ...position, cycle, state: 'eligible' };
  }
}

/** The agency has opened none, or one by a policy that is newer than this code. */
function withoutCycle(listed: Listed, today: ChinaDay): PersonEligibility {
  const { last } = listed.recipient;
  return last && isHolding(last, today)
    ? { ...listed, state: 'already-certified', last }
    : { ...listed, state: 'no-cycle' };
}

/**
 * Whether somebody may certify today. An unknown number and a name that does not match it are the same.
 * @param typed undefined where the number alone says who it is, because both have agreed before (`KeptPerson`)
 * @rule C1
 * @rule A5
 */
export function checkEligibility(
  { recipient, cycle }: { recipient?: Recipient | undefined; cycle?: Cycle | undefined },
  typed: string | undefined,
  today: ChinaDay,
): PersonEligibility {
  const name = nameOn(recipient, today);
  if (!recipient || name === undefined) return { state: 'not-found' };
  if (typed !== undefined && !sameName(typed, name)) return { state: 'not-found' };
  const listed = { recipient, name };
  const { bars } = meaningOf(recipient.payment);
  if (bars) return { ...listed, state: bars };
  return cycle && isKnownPolicy(cycle) ? withinCycle(cycle, listed, today) : withoutCycle(listed, today);
}

/** Pictures wait for a reviewer; a certification since then has made them pointless. Clocks of two servers tell nothing. */
const isInReview = ({ review, last }: Recipient): boolean => review !== undefined && review.after === last?.number;

const untilOf = (look: PersonEligibility): ChinaDay | undefined => {
  if (look.state === 'eligible') return look.lastDay;
  if (look.state === 'not-open') return look.opensOn;
  return look.state === 'already-certified' ? look.last.until : undefined;
};

/** An office as anybody may know it: what is kept of it besides stays here. */
const officeOf = ({ name, phone }: Office): Office => ({ name, ...(phone === undefined ? {} : { phone }) });

const lastOf = ({ last }: Recipient): Pick<Eligibility, 'last'> =>
  last ? { last: { at: last.at.toISOString(), method: last.method } } : {};

const ifEligible = (look: PersonEligibility): Partial<Eligibility> =>
  look.state === 'eligible'
    ? {
        overdue: look.isOverdue,
        needsIdCard: look.recipient.portrait === undefined,
        inReview: isInReview(look.recipient),
      }
    : {};

/**
 * What the page shows of a look. Of somebody who was not found it says nothing but whom to ask.
 * @param isKnown the holder or a contact: their name is shown in full
 * @rule C1
 */
export function eligibilityView(look: PersonEligibility, cycle: Cycle | undefined, isKnown: boolean): Eligibility {
  const state: EligibilityState = look.state;
  const agency = cycle ? { agency: officeOf(cycle.agency) } : {};
  if (look.state === 'not-found') return { state, ...agency };
  const until = untilOf(look);
  return {
    state,
    name: isKnown ? look.name : maskName(look.name),
    ...(until === undefined ? {} : { until }),
    ...lastOf(look.recipient),
    ...ifEligible(look),
    unit: officeOf(look.recipient.unit),
    ...agency,
  };
}
