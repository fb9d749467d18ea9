import { home } from '../../copy/home';
import type { Me } from '../../shared/contract';

/** The one big answer on the first page, and the one thing to do about it. */
export interface HomeCard {
  readonly kind: 'ok' | 'look' | 'plain';
  readonly greeting: string;
  readonly heading: string;
  readonly text: string;
  readonly action?: { readonly text: string; readonly page: 'sign-in' | 'bind-phone' };
}

/** How things stand for this person; undefined while the server has not told. */
export const homeCard = (me: Me | undefined): HomeCard | undefined => {
  if (me === undefined) return undefined;
  if (!me.signedIn) {
    const { heading, text, action } = home.signedOut;
    return { kind: 'plain', greeting: '', heading, text, action: { text: action, page: 'sign-in' } };
  }
  const greeting = home.greeting(me.name);
  if (me.phone === undefined) {
    const { heading, text, action } = home.noPhone;
    return { kind: 'look', greeting, heading, text, action: { text: action, page: 'bind-phone' } };
  }
  return { kind: 'ok', greeting, ...home.ready };
};
