import { spacedIdNumber } from '../../components/spaced-digits';
import type { Me } from '../../shared/contract/account';
import type { Journey } from '../../stores/journey';
import type { RealNameQuestion } from '../../stores/real-name';

/** `camera` is a part of `card`. */
export type RealNameStep = RealNameQuestion | 'camera';

/** The step that may be opened: none is skipped, whatever the address says (rule B2). */
export const openStep = (wanted: unknown, journey: Journey<RealNameQuestion>): RealNameStep => {
  if (wanted !== 'camera') return journey.visit(wanted);
  const step = journey.visit('card');
  return step === 'card' ? 'camera' : step;
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
