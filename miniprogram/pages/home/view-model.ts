import { home } from '../../copy/home';
import { dayInWords } from '../../copy/times';
import type { PageName } from '../../services/navigation';
import type { Eligibility } from '../../shared/contract/certification';
import type { Office } from '../../shared/contract/person-ref';
import type { Me } from '../../shared/contract/account';

/** Where a press leads: to a page, or to somebody on the phone. */
export type Destination =
  { readonly page: PageName; readonly query?: Readonly<Record<string, string>> } | { readonly call: string };

/** The one big answer on the first page, and the one thing to do about it. */
export interface HomeCard {
  readonly kind: 'ok' | 'look' | 'plain';
  readonly greeting: string;
  readonly heading: string;
  /** The day that counts, on a line of its own; empty where there is none. */
  readonly day: string;
  readonly text: string;
  readonly action?: { readonly text: string; readonly way: Destination };
}

type Answer = Omit<HomeCard, 'greeting'>;

const certify: Destination = { page: 'certify', query: { for: 'self' } };
type Action = NonNullable<HomeCard['action']>;

const help: Action = { text: home.ask, way: { page: 'ask-for-help' } };

const correction: Action = { ...help, way: { page: 'ask-for-help', query: { reason: 'data-wrong' } } };

const callOr = (office: Office | undefined, text: string, otherwise = help): Action =>
  office?.phone === undefined ? otherwise : { text, way: { call: office.phone } };

const dayOf = (until: string | undefined, say: (day: string) => string): string =>
  until === undefined ? '' : say(dayInWords(until));

const due = ({ until, overdue, inReview }: Eligibility): Answer => {
  if (inReview) return { kind: 'look', day: '', ...home.review };
  const { action, ...words } = overdue ? home.overdue : home.due;
  const day = overdue ? '' : dayOf(until, home.lastDay);
  return { kind: 'look', day, ...words, action: { text: action, way: certify } };
};

/** What each state of rule C1 comes to on the first page. */
const answers: Record<Eligibility['state'], (found: Eligibility) => Answer> = {
  eligible: due,
  'already-certified': ({ until, last }) => {
    const { heading, text } = home.certified;
    return { kind: 'ok', heading, day: dayOf(until, home.until), text: text(last) };
  },
  'not-found': ({ unit }) => ({
    kind: 'look',
    day: '',
    ...home['not-found'],
    action: callOr(unit, home.callUnit, correction),
  }),
  'suspended-special': ({ unit }) => ({
    kind: 'look',
    day: '',
    ...home['suspended-special'],
    action: callOr(unit, home.callUnit),
  }),
  ended: ({ agency }) => ({ kind: 'plain', day: '', ...home.ended, action: callOr(agency, home.callAgency) }),
  'not-open': ({ until }) => ({ kind: 'plain', day: dayOf(until, home.opens), ...home['not-open'] }),
  'no-cycle': () => ({ kind: 'plain', day: '', ...home['no-cycle'] }),
};

const stepFirst = (
  kind: HomeCard['kind'],
  { heading, text, action }: { heading: string; text: string; action: string },
  page: PageName,
  query: Readonly<Record<string, string>> = {},
): Answer => ({ kind, heading, day: '', text, action: { text: action, way: { page, query } } });

/** Whether the server may be asked how things stand: only for somebody who is verified (rule B1). */
export const mayLook = (me: Me | undefined): boolean => me?.signedIn === true && me.verified && me.phone !== undefined;

/** How things stand for this person; undefined while the server has not told. */
export const homeCard = (me: Me | undefined, found: Eligibility | undefined): HomeCard | undefined => {
  if (me === undefined) return undefined;
  if (!me.signedIn) return { greeting: '', ...stepFirst('plain', home.signedOut, 'sign-in') };
  const greeting = home.greeting(me.name);
  if (me.phone === undefined) {
    return { greeting, ...stepFirst('look', home.noPhone, 'bind-phone', { purpose: 'bindCard', step: 'phone' }) };
  }
  if (!me.verified) {
    const words = me.verifiedElsewhereAt === undefined ? home.unverified : home.verifiedElsewhere;
    return { greeting, ...stepFirst('look', words, 'real-name') };
  }
  return found && { greeting, ...answers[found.state](found) };
};

/** What is read aloud: what stands on the card, nothing else. */
export const spoken = (card: HomeCard | undefined): string =>
  card === undefined ? '' : home.spoken(card.greeting, card.heading, card.day, card.text);

export interface HomeTile {
  readonly id: string;
  readonly icon: string;
  readonly text: string;
  readonly note: string;
  readonly way: Destination;
}

/** What there is to go to, in the same order every time; for a stranger each leads to the sign-in first (rule B1). */
export const homeTiles = (me: Me | undefined): HomeTile[] => {
  const ifVerified = (way: Destination): Destination => {
    if (!me?.signedIn) return { page: 'sign-in' };
    return me.verified ? way : { page: 'real-name' };
  };
  const { tiles } = home;
  return [
    { id: 'certify', icon: 'face', text: tiles.certify, note: '', way: ifVerified(certify) },
    { id: 'contacts', icon: 'people', text: tiles.contacts, note: '', way: ifVerified({ page: 'contacts' }) },
    { id: 'records', icon: 'paper', text: tiles.records, note: '', way: ifVerified({ page: 'records' }) },
    { id: 'help', icon: 'question', text: tiles.help, note: tiles.helpNote, way: { page: 'ask-for-help' } },
  ];
};
