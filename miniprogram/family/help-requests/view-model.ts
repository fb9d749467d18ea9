import { askForHelp, helpReasonInWords, helpRequestsCopy, helpStateInWords } from '../../copy/help';
import { dayInWords } from '../../copy/times';
import { chinaDay } from '../../shared/china-time';
import { helpStates } from '../../shared/contract/help';
import type { HelpRequest, HelpState } from '../../shared/contract/help';

/** The states of a request that goes well, in order. */
const way = ['requested', 'accepted', 'scheduled', 'done'] as const satisfies readonly HelpState[];

export interface HelpStep {
  readonly id: (typeof way)[number];
  readonly text: string;
  readonly reached: boolean;
}

/** One request, in words. */
export interface HelpCard {
  readonly id: string;
  readonly heading: string;
  readonly reason: string;
  readonly asked: string;
  readonly kind: 'ok' | 'look' | 'plain';
  readonly state: string;
  readonly note: string;
  /** Empty where the request has left the way. */
  readonly steps: readonly HelpStep[];
  readonly stepsLabel: string;
  readonly mayWithdraw: boolean;
  readonly withdrawLabel: string;
  /** Whom to ask while it is not done; empty where nobody has to be asked. */
  readonly askWhom: string;
  readonly callLabel: string;
  readonly phone: string;
}

interface StateRules {
  readonly kind: HelpCard['kind'];
  /** It can still be withdrawn (rule F2). */
  readonly mayWithdraw: boolean;
  /** There is something to ask the office about. */
  readonly isAskedAbout: boolean;
}

const rules = {
  requested: { kind: 'ok', mayWithdraw: true, isAskedAbout: true },
  accepted: { kind: 'ok', mayWithdraw: true, isAskedAbout: true },
  scheduled: { kind: 'ok', mayWithdraw: true, isAskedAbout: true },
  done: { kind: 'ok', mayWithdraw: false, isAskedAbout: false },
  'not-possible': { kind: 'look', mayWithdraw: false, isAskedAbout: true },
  withdrawn: { kind: 'plain', mayWithdraw: false, isAskedAbout: false },
} satisfies Record<HelpState, StateRules>;

/** In a state that only a newer server knows nothing is withdrawn, and the office is asked. */
const unknown: StateRules = { kind: 'look', mayWithdraw: false, isAskedAbout: true };

const rulesOf = (state: HelpState): StateRules => (helpStates.some((each) => each === state) ? rules[state] : unknown);

const stepsOf = (state: HelpState): HelpStep[] => {
  const at = way.findIndex((step) => step === state);
  if (at < 0) return [];
  return way.map((id, place) => ({ id, text: helpRequestsCopy.steps[id], reached: place <= at }));
};

const noteOf = ({ state, visit }: HelpRequest): string => {
  const { note } = helpStateInWords(state);
  if (state !== 'scheduled' || !visit) return note;
  return `${helpRequestsCopy.visit(dayInWords(visit.day), visit.visitor)}${note}`;
};

const cardOf = (request: HelpRequest): HelpCard => {
  const { id, name, reason, state, askedAt, office } = request;
  const { kind, mayWithdraw, isAskedAbout } = rulesOf(state);
  const { text } = helpStateInWords(state);
  return {
    id,
    heading: helpRequestsCopy.forWhom(name),
    reason: helpReasonInWords(reason).text,
    asked: helpRequestsCopy.asked(dayInWords(chinaDay(new Date(askedAt)))),
    kind,
    state: text,
    note: noteOf(request),
    steps: stepsOf(state),
    stepsLabel: helpRequestsCopy.stepsLabel(text),
    mayWithdraw,
    withdrawLabel: helpRequestsCopy.withdrawLabel(name),
    askWhom: isAskedAbout ? (office ? askForHelp.askWhom(office.name) : askForHelp.askUnit) : '',
    callLabel: office ? askForHelp.callLabel(office.name) : '',
    phone: isAskedAbout ? (office?.phone ?? '') : '',
  };
};

export const helpCards = (requests: readonly HelpRequest[] | undefined): HelpCard[] => (requests ?? []).map(cardOf);
