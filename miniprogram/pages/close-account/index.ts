import { closeOffers } from './view-model';
import { closeAccount } from '../../copy/close-account';
import { describe } from '../../copy/errors';
import { wayOutWords } from '../../copy/way-out';
import { goBack, openTab, restartAt, scrollToTop } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { session } from '../../stores/session';
import { wayOutOf } from '../../stores/way-out';

const atFirst: { stage: 'first' | 'second' | 'done' } = { stage: 'first' };

Component({
  behaviors: [
    bindStore(session, {
      busy: (store) => store.leaving.busy,
      refusal: (store) => store.leaving.trouble && describe(store.leaving.trouble),
      signedOut: (store) => store.leaving.trouble && wayOutOf(store.leaving.trouble, closeOffers) === 'sign-in',
    }),
  ],
  data: { copy: closeAccount, ways: wayOutWords, ...atFirst },
  methods: {
    onLoad: () => session.leaving.forget(),
    onUnload: () => session.leaving.forget(),
    onFirst() {
      this.setData({ stage: 'second' });
      scrollToTop();
    },
    async onSecond() {
      if (await session.closeAccount()) this.setData({ stage: 'done' });
    },
    onStay: () => goBack(),
    onSignIn: () => restartAt('sign-in'),
    onHome: () => openTab('home'),
  },
});
