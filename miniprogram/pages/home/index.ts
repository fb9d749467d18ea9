import { homeCard } from './view-model';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { home } from '../../copy/home';
import { openPage, openTab } from '../../services/navigation';
import type { PageName } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { session } from '../../stores/session';
import { tabs } from '../../stores/tabs';

interface TileEvent {
  currentTarget: { dataset: { page: PageName } };
}

/** What there is to go to, in the same order every time. */
const tiles = [
  { page: 'text-size', icon: 'letters', text: home.textSize },
  { page: 'privacy', icon: 'shield', text: home.privacy },
];

Component({
  behaviors: [
    bindStore(session, {
      card: (store) => homeCard(store.me),
      signedIn: (store) => store.signedIn,
      scanned: (store) => store.scene !== undefined,
      unknown: (store) => store.asking.trouble && describe(store.asking.trouble),
    }),
  ],
  data: { copy: home, controls, tiles },
  pageLifetimes: {
    show() {
      tabs.show('home');
      if (session.me === undefined) void session.refresh();
    },
  },
  methods: {
    onAgain: () => session.refresh(),
    onAction() {
      const page = this.data.card?.action?.page;
      if (page) void openPage(page);
    },
    onRegister: () => openPage('register', { step: 'phone' }),
    onAccount: () => openTab('account'),
    onTile(event: TileEvent) {
      void openPage(event.currentTarget.dataset.page);
    },
  },
});
