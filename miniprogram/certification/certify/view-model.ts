import { spacedIdNumber } from '../../components/spaced-digits';
import { certify } from '../../copy/certify';
import { describeEligibility } from '../../copy/eligibility';
import type { CardKind } from '../../copy/eligibility';
import { describe } from '../../copy/errors';
import type { Words } from '../../copy/errors';
import { wayOutWords } from '../../copy/way-out';
import type { PageName } from '../../services/navigation';
import type { Contact } from '../../shared/contract/family';
import type { Eligibility } from '../../shared/contract/certification';
import type { Office } from '../../shared/contract/person-ref';
import type { Me } from '../../shared/contract/account';
import type { PersonRef } from '../../shared/contract/person-ref';
import type { Trouble } from '../../shared/phone-fault';
import type { ButtonWay, WayOut } from '../../shared/way-out';
import { Journey } from '../../stores/journey';
import { isPageWay, mayCertify, wayOutOf, waysFor } from '../../stores/way-out';
import type { PageWay } from '../../stores/way-out';

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
  readonly id: Extract<ButtonWay, 'call-unit' | 'call-agency' | 'person' | 'records' | 'help' | 'face' | 'home'>;
  readonly text: string;
  /** Whom it leads to, under the button. */
  readonly note: string;
  /** As it is dialled; empty where nobody is called. */
  readonly phone: string;
}

const words = { ...wayOutWords, person: certify.again, face: certify.checkAgain };

const button = (id: NextStep['id']): NextStep[] => [{ id, text: words[id], note: '', phone: '' }];

const callTo = (id: 'call-unit' | 'call-agency', office: Office | undefined): NextStep[] =>
  office?.phone === undefined
    ? []
    : [{ id, text: words[id], note: `${office.name} ${office.phone}`, phone: office.phone }];

const none = (): NextStep[] => [];

/** What each way comes to on this page; the Confirm button itself is the way to certify. */
const stepsOf: Partial<Record<WayOut, (found: Eligibility, kind: Kind) => NextStep[]>> = {
  person: (_, kind) => (kind === 'typed' ? button('person') : []),
  'call-unit': ({ unit }) => callTo('call-unit', unit),
  'call-agency': ({ agency }) => callTo('call-agency', agency),
  records: () => button('records'),
  face: () => button('face'),
  help: () => button('help'),
  home: () => button('home'),
};

export interface StandingCard extends Words {
  readonly kind: CardKind;
  /** What is read aloud: the same words. */
  readonly spoken: string;
  readonly mayConfirm: boolean;
  readonly steps: NextStep[];
}

/** How things stand for this person, and what to do next. Confirm is grey unless they may certify (rule C1). */
export const standingCard = (found: Eligibility | undefined, kind: Kind): StandingCard | undefined => {
  if (found === undefined) return undefined;
  const { title, day, whatToDo, kind: card } = describeEligibility(found);
  const text = { title, whatToDo: day === '' ? whatToDo : `${day}。${whatToDo}` };
  const mayConfirm = mayCertify(found);
  return {
    kind: card.certify,
    ...text,
    spoken: certify.spoken(text),
    mayConfirm,
    // Beside a Confirm that can be pressed, the page has its own way to help.
    steps: mayConfirm ? [] : waysFor(found).flatMap((way) => (stepsOf[way] ?? none)(found, kind)),
  };
};

/** What this page can do about a refused look-up, the fields of a typed person included. */
export const lookUpOffers = {
  typed: ['person', 'simplified', 'sign-in', 'real-name', 'contacts', 'help', 'again'],
  known: ['sign-in', 'real-name', 'contacts', 'help', 'again'],
} as const satisfies Record<string, readonly ButtonWay[]>;

export interface Refusal extends Words {
  /** The name as it should be written; empty where nothing is wrong with it (rule A6). */
  readonly simplified: string;
  /** The page that mends it; undefined where this one does. */
  readonly mendedAt: PageWay | undefined;
}

export const refusalOf = (trouble: Trouble | undefined, kind: Kind): Refusal | undefined => {
  if (trouble === undefined) return undefined;
  const way = wayOutOf(trouble, lookUpOffers[kind === 'typed' ? 'typed' : 'known']);
  return {
    ...describe(trouble),
    simplified: trouble.code === 'TRADITIONAL_NAME' ? trouble.detail.simplified : '',
    mendedAt: way !== undefined && isPageWay(way) ? way : undefined,
  };
};

const questions = ['person', 'consent', 'id-card', 'face'] as const;

const pages = { person: 'certify', consent: 'consent', 'id-card': 'real-name', face: 'face' } as const satisfies Record<
  (typeof questions)[number],
  PageName
>;

/** What comes after Confirm: the agreement, the identity card (a step of `real-name`), the camera (rules B2, B4). */
export const pageAfterConfirm = (
  me: Me | undefined,
  found: Eligibility | undefined,
  cardRead: boolean,
): (typeof pages)[keyof typeof pages] => {
  const answered = {
    person: true,
    consent: me?.signedIn === true && me.faceConsent,
    'id-card': cardRead || found?.needsIdCard !== true,
    face: false,
  };
  return pages[new Journey(questions, (question) => answered[question]).next('person')];
};
