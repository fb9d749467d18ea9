import { eligibilityStates } from './contract/certification';
import type { Eligibility, EligibilityState } from './contract/certification';
import type { Ways } from './way-out';

/**
 * How things stand for somebody, as far as pages tell it apart: the states of rule C1, `eligible` after the last day and
 * while a reviewer looks at pictures (rule D6), and `unknown` for a state that only a newer server knows.
 */
export const standings = [...eligibilityStates, 'overdue', 'in-review', 'unknown'] as const;

export type Standing = (typeof standings)[number];

export const isEligibilityState = (state: string): state is EligibilityState =>
  eligibilityStates.some((each) => each === state);

/** A state that is not known never counts as one that is. */
export const standingOf = ({ state, overdue, inReview }: Eligibility): Standing => {
  if (!isEligibilityState(state)) return 'unknown';
  if (state !== 'eligible') return state;
  if (inReview) return 'in-review';
  return overdue ? 'overdue' : 'eligible';
};

/** How a card looks: all is well, something is to be done or read, or nothing of the two. */
export type Tone = 'ok' | 'look' | 'plain';

/** What follows from how things stand. */
interface Consequence {
  /** Whether Confirm may be pressed. */
  readonly mayCertify: boolean;
  /** On the first page, to the person themselves. */
  readonly atHome: Tone;
  /** Where somebody was looked up. */
  readonly whenLookedUp: Tone;
  readonly waysOut: Ways;
}

const consequences = {
  eligible: { mayCertify: true, atHome: 'look', whenLookedUp: 'ok', waysOut: ['certify', 'help'] },
  overdue: { mayCertify: true, atHome: 'look', whenLookedUp: 'look', waysOut: ['certify', 'help'] },
  'in-review': { mayCertify: false, atHome: 'look', whenLookedUp: 'look', waysOut: ['home', 'face'] },
  'not-found': {
    mayCertify: false,
    atHome: 'look',
    whenLookedUp: 'look',
    waysOut: ['person', 'call-unit', 'call-agency', 'help'],
  },
  'already-certified': { mayCertify: false, atHome: 'ok', whenLookedUp: 'ok', waysOut: ['records', 'home'] },
  'not-open': { mayCertify: false, atHome: 'plain', whenLookedUp: 'plain', waysOut: ['home'] },
  'suspended-special': { mayCertify: false, atHome: 'look', whenLookedUp: 'look', waysOut: ['call-unit', 'help'] },
  ended: { mayCertify: false, atHome: 'plain', whenLookedUp: 'look', waysOut: ['call-agency', 'help'] },
  unclear: { mayCertify: false, atHome: 'look', whenLookedUp: 'look', waysOut: ['call-agency', 'help'] },
  'no-cycle': { mayCertify: false, atHome: 'plain', whenLookedUp: 'plain', waysOut: ['home', 'call-agency'] },
  unknown: { mayCertify: false, atHome: 'look', whenLookedUp: 'look', waysOut: ['call-unit', 'help'] },
} satisfies Record<Standing, Consequence>;

/** All that the phone makes of how things stand; the words are in `copy/eligibility.ts` (rule C1). */
export const consequenceOf = (standing: Standing): Consequence => consequences[standing];
