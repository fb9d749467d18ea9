import { describeEligibility } from '../../copy/eligibility';
import type { CardKind } from '../../copy/eligibility';
import { home } from '../../copy/home';
import { wayOutWords } from '../../copy/way-out';
import type { PageName } from '../../services/navigation';
import type { Eligibility } from '../../shared/contract/certification';
import type { HelpReason } from '../../shared/contract/help';
import type { Office } from '../../shared/contract/person-ref';
import type { Me } from '../../shared/contract/account';
import type { Trouble } from '../../shared/phone-fault';
import { standingOf } from '../../shared/standing';
import type { Standing } from '../../shared/standing';
import { waysFor, wayOutOf } from '../../stores/way-out';

/** Where a press leads: to a page, or to somebody on the phone. */
export type Destination =
  { readonly page: PageName; readonly query?: Readonly<Record<string, string>> } | { readonly call: string };

/** The one big answer on the first page, and the one thing to do about it. */
export interface HomeCard {
  readonly kind: CardKind;
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

const help: Action = { text: wayOutWords.help, way: { page: 'ask-for-help' } };

/** Why help is asked for, where the state says it. */
const reasons: Partial<Record<Standing, HelpReason>> = { 'not-found': 'data-wrong' };

const officeOf = (way: 'call-unit' | 'call-agency', { unit, agency }: Eligibility): Office | undefined =>
  way === 'call-unit' ? unit : agency;

const callAction = (way: 'call-unit' | 'call-agency', office: Office | undefined): Action | undefined =>
  office?.phone === undefined ? undefined : { text: wayOutWords[way], way: { call: office.phone } };

const helpFor = (standing: Standing): Action => {
  const reason = reasons[standing];
  return reason === undefined ? help : { ...help, way: { page: 'ask-for-help', query: { reason } } };
};

/** The first way that this page has a button for; nothing is asked of a person who is best at home. */
const actionFor = (found: Eligibility): Action | undefined => {
  const standing = standingOf(found);
  for (const way of waysFor(found)) {
    if (way === 'home') return undefined;
    if (way === 'certify') return { text: home.certify, way: certify };
    if (way === 'help') return helpFor(standing);
    const call = way === 'call-unit' || way === 'call-agency' ? callAction(way, officeOf(way, found)) : undefined;
    if (call) return call;
  }
  return undefined;
};

/** What each state of rule C1 comes to on the first page. */
const answerFor = (found: Eligibility): Answer => {
  const { brief, day, whatToDo, kind } = describeEligibility(found);
  const action = actionFor(found);
  return { kind: kind.home, heading: brief, day, text: whatToDo, ...(action && { action }) };
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
  return found && { greeting, ...answerFor(found) };
};

/** What the page can do where it is not told how things stand. */
export const homeOffers = ['again', 'sign-in', 'real-name', 'contacts', 'help'] as const;

export const wayOutFor = (trouble: Trouble): (typeof homeOffers)[number] => wayOutOf(trouble, homeOffers) ?? 'again';

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
