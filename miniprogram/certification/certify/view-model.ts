import { spacedIdNumber } from '../../components/spaced-digits';
import { certify, eligibilityWords } from '../../copy/certify';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import type { PageName } from '../../services/navigation';
import type { Contact } from '../../shared/contract/family';
import type { Eligibility } from '../../shared/contract/certification';
import type { Office } from '../../shared/contract/person-ref';
import type { Me } from '../../shared/contract/account';
import type { PersonRef } from '../../shared/contract/person-ref';
import type { Trouble } from '../../shared/phone-fault';

/** Whom it is for, as the address of the page says; a contact is known by its id. */
export type Kind = 'self' | 'contact' | 'typed';

export interface Person {
  readonly name: string;
  /** In the groups in which it is printed, the middle covered. */
  readonly idNumber: string;
}

export const kindOf = (whom: PersonRef | undefined): Kind => {
  if (whom === undefined || 'name' in whom) return 'typed';
  return 'self' in whom ? 'self' : 'contact';
};

const holderOf = (me: Me | undefined): { name?: string; idNumber?: string } => (me?.signedIn ? me : {});

/** Whom the page is about, as far as the phone knows without typing; undefined where it has to be typed. */
export const personOf = (
  whom: PersonRef | undefined,
  me: Me | undefined,
  contact: Contact | undefined,
): Person | undefined => {
  if (whom === undefined) return undefined;
  if ('name' in whom) return { name: whom.name, idNumber: spacedIdNumber(whom.idNumber) };
  const { name, idNumber } = 'self' in whom ? holderOf(me) : (contact ?? {});
  return name === undefined || idNumber === undefined ? undefined : { name, idNumber: spacedIdNumber(idNumber) };
};

/** A way on that stands below the grey Confirm button. */
export interface NextStep {
  readonly id: 'call-unit' | 'call-agency' | 'retype' | 'records' | 'help' | 'face-again' | 'home';
  readonly text: string;
  /** Whom it leads to, under the button. */
  readonly note: string;
  /** As it is dialled; empty where nobody is called. */
  readonly phone: string;
}

const step = (id: NextStep['id'], text: string): NextStep => ({ id, text, note: '', phone: '' });

const call = (id: 'call-unit' | 'call-agency', text: string, office: Office | undefined): NextStep[] =>
  office?.phone === undefined ? [] : [{ id, text, note: `${office.name} ${office.phone}`, phone: office.phone }];

const unit = ({ unit: office }: Eligibility) => call('call-unit', certify.callUnit, office);
const agency = ({ agency: office }: Eligibility) => call('call-agency', certify.callAgency, office);
const help = step('help', certify.askForHelp);

/** What can be done, for each state of rule C1 in which Confirm is grey; most useful first. */
const steps: Record<Eligibility['state'], (found: Eligibility, kind: Kind) => NextStep[]> = {
  eligible: ({ inReview }) => (inReview ? [step('home', controls.home), step('face-again', certify.checkAgain)] : []),
  'not-found': (found, kind) => [
    ...(kind === 'typed' ? [step('retype', certify.again)] : []),
    ...unit(found),
    ...agency(found),
    help,
  ],
  'already-certified': () => [step('records', certify.seeRecords), step('home', controls.home)],
  'not-open': () => [step('home', controls.home)],
  'suspended-special': (found) => [...unit(found), help],
  ended: (found) => [...agency(found), help],
  'no-cycle': (found) => [step('home', controls.home), ...agency(found)],
};

export interface Standing extends Words {
  readonly kind: 'ok' | 'look' | 'plain';
  /** What is read aloud: the same words. */
  readonly spoken: string;
  readonly mayConfirm: boolean;
  readonly steps: NextStep[];
}

const kinds: Record<Eligibility['state'], Standing['kind']> = {
  eligible: 'ok',
  'not-found': 'look',
  'already-certified': 'ok',
  'not-open': 'plain',
  'suspended-special': 'look',
  ended: 'look',
  'no-cycle': 'plain',
};

/** How things stand for this person, and what to do next. Confirm is grey unless they may certify (rule C1). */
export const standingOf = (found: Eligibility | undefined, kind: Kind): Standing | undefined => {
  if (found === undefined) return undefined;
  const { state, overdue, inReview } = found;
  const words = eligibilityWords[state](found);
  return {
    kind: overdue || inReview ? 'look' : kinds[state],
    ...words,
    spoken: certify.spoken(words),
    mayConfirm: state === 'eligible' && inReview !== true,
    steps: steps[state](found, kind),
  };
};

/** Where a refused look-up can be mended; undefined where asking again is all there is to do. */
export const pageThatMends = ({ code }: Trouble): 'sign-in' | 'real-name' | 'contacts' | undefined => {
  if (code === 'NOT_SIGNED_IN') return 'sign-in';
  if (code === 'REAL_NAME_REQUIRED') return 'real-name';
  return code === 'CONTACT_NOT_FOUND' ? 'contacts' : undefined;
};

export interface Refusal extends Words {
  /** The name as it should be written; empty where nothing is wrong with it (rule A6). */
  readonly simplified: string;
  readonly mendedAt: ReturnType<typeof pageThatMends>;
}

export const refusalOf = (trouble: Trouble | undefined): Refusal | undefined =>
  trouble && {
    ...describe(trouble),
    simplified: trouble.code === 'TRADITIONAL_NAME' ? trouble.detail.simplified : '',
    mendedAt: pageThatMends(trouble),
  };

/** What comes after Confirm: the agreement, the identity card (a step of `real-name`), the camera (rules B2, B4). */
export const pageAfterConfirm = (
  me: Me | undefined,
  found: Eligibility | undefined,
  cardRead: boolean,
): Extract<PageName, 'consent' | 'real-name' | 'face'> => {
  if (!(me?.signedIn && me.faceConsent)) return 'consent';
  return found?.needsIdCard && !cardRead ? 'real-name' : 'face';
};
