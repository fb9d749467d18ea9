import { askForHelp, helpReasonWords, helpRequestsCopy, helpStateWords } from '../../copy/help';
import { dayInWords } from '../../copy/times';
import { chinaDay } from '../../shared/china-time';
import type { HelpRequest, HelpState } from '../../shared/contract/help';

/** The way of a request that goes well, in order. */
const way = ['requested', 'accepted', 'scheduled', 'done'] as const;

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

/** What is neither done nor given up can still be withdrawn (rule F2). */
const isOpen = (state: HelpState): boolean => state === 'requested' || state === 'accepted' || state === 'scheduled';

const isAskedAbout = (state: HelpState): boolean => isOpen(state) || state === 'not-possible';

const stepsOf = (state: HelpState): HelpStep[] => {
  const at = way.findIndex((step) => step === state);
  if (at < 0) return [];
  return way.map((id, place) => ({ id, text: helpRequestsCopy.steps[id], reached: place <= at }));
};

const noteOf = ({ state, visit }: HelpRequest): string => {
  const { note } = helpStateWords[state];
  if (state !== 'scheduled' || !visit) return note;
  return `${helpRequestsCopy.visit(dayInWords(visit.day), visit.visitor)}${note}`;
};

const kindOf = (state: HelpState): HelpCard['kind'] => {
  if (state === 'withdrawn') return 'plain';
  return state === 'not-possible' ? 'look' : 'ok';
};

const cardOf = (request: HelpRequest): HelpCard => {
  const { id, name, reason, state, askedAt, office } = request;
  return {
    id,
    heading: helpRequestsCopy.forWhom(name),
    reason: helpReasonWords[reason].text,
    asked: helpRequestsCopy.asked(dayInWords(chinaDay(new Date(askedAt)))),
    kind: kindOf(state),
    state: helpStateWords[state].text,
    note: noteOf(request),
    steps: stepsOf(state),
    stepsLabel: helpRequestsCopy.stepsLabel(helpStateWords[state].text),
    mayWithdraw: isOpen(state),
    withdrawLabel: helpRequestsCopy.withdrawLabel(name),
    askWhom: isAskedAbout(state) ? (office ? askForHelp.askWhom(office.name) : askForHelp.askUnit) : '',
    callLabel: office ? askForHelp.callLabel(office.name) : '',
    phone: isAskedAbout(state) ? (office?.phone ?? '') : '',
  };
};

export const helpCards = (requests: readonly HelpRequest[] | undefined): HelpCard[] => (requests ?? []).map(cardOf);
