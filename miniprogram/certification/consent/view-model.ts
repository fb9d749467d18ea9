import { consent } from '../../copy/consent';

/** What the page can do about a refusal. */
export const consentOffers = ['again', 'sign-in', 'help'] as const;

/** Where somebody is sent on to who has agreed; an address can name no other page. */
export const nextPages = ['real-name', 'certify', 'face', 'account', 'home'] as const;
export type NextPage = (typeof nextPages)[number];

/** @returns undefined where the address names none of them: then it goes back to where the person came from */
export const nextOf = (next: unknown): NextPage | undefined => nextPages.find((page) => page === next);

export interface ConsentWords {
  readonly heading: string;
  readonly lead: string;
  readonly agree: string;
  readonly refuse: string;
  readonly without: string;
}

/** Whoever holds the phone for somebody else is told to show or read it to them: it is their face. */
export const consentWords = (isOwnFace: boolean): ConsentWords => (isOwnFace ? consent.self : consent.other);

/** All that stands on the page, in the order in which it is read aloud. */
export const spokenConsent = ({ heading, lead, agree, refuse, without }: ConsentWords): string => {
  const sections = consent.sections.flatMap((section) => [`${section.heading}。`, ...section.text]);
  return [`${heading}。`, lead, ...sections, consent.later, consent.choice(agree, refuse), without].join('');
};
