import { eligibilityStates } from './contract/certification';
import type { Eligibility, EligibilityState } from './contract/certification';

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
