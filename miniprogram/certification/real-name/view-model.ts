import { realName } from '../../copy/real-name';
import { spacedIdNumber } from '../../components/spaced-digits';
import type { Me } from '../../shared/contract/account';

/** The order of the steps (rule B2); `consent` is a page of its own. */
const steps = ['person', 'consent', 'card', 'face'] as const;

/** `camera` is a part of `card`. */
export type RealNameStep = (typeof steps)[number] | 'camera';

const isStep = (step: unknown): step is RealNameStep => step === 'camera' || steps.some((each) => each === step);

/** "第 3 步，共 4 步" */
export const progressOf = (step: RealNameStep): string =>
  step === 'camera' ? '' : realName.steps(steps.indexOf(step) + 1, steps.length);

/** What has been done of the steps. */
export interface Done {
  readonly person: boolean;
  readonly consent: boolean;
  readonly card: boolean;
}

/** The step that may be opened: none is skipped, whatever the address says (rule B2). */
export const openStep = (wanted: unknown, { person, consent, card }: Done): RealNameStep => {
  const step = isStep(wanted) ? wanted : 'person';
  if (step === 'person' || !person) return 'person';
  if (!consent) return 'consent';
  return step === 'face' && !card ? 'card' : step;
};

export interface Holder {
  readonly name: string;
  /** Masked, in groups. */
  readonly idNumber: string;
}

/** Who the account says its holder is; undefined where it does not know, and they write it. */
export const knownHolder = (me: Me | undefined): Holder | undefined =>
  me?.signedIn && me.name !== undefined && me.idNumber !== undefined
    ? { name: me.name, idNumber: spacedIdNumber(me.idNumber) }
    : undefined;
