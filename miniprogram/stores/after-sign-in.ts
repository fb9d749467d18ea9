import { openTab, restartAt } from '../services/navigation';
import type { PageName } from '../services/navigation';

interface Place {
  readonly page: PageName;
  readonly query: Readonly<Record<string, string>>;
}

/** Where somebody wanted to go who had to sign in first. Signing in leads there, once; else to the first page. */
export class AfterSignInStore {
  private place: Place | undefined = undefined;

  remember(page: PageName, query: Readonly<Record<string, string>> = {}) {
    this.place = { page, query };
  }

  go() {
    const { place } = this;
    this.place = undefined;
    return place ? restartAt(place.page, place.query) : openTab('home');
  }
}

export const afterSignIn = new AfterSignInStore();
