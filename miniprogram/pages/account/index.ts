import { accountTiles, holderOf } from './view-model';
import type { AccountTile } from './view-model';
import { account } from '../../copy/account';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { openPage, openTab, scrollToTop } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { session } from '../../stores/session';
import { tabs } from '../../stores/tabs';

interface TileEvent {
  currentTarget: { dataset: { id: string } };
}

/** Until the store is bound; a list in a template needs one from the start. */
const atFirst: { tiles: AccountTile[] } = { tiles: [] };

Component({
  behaviors: [
    bindStore(session, {
      known: (store) => store.me !== undefined,
      holder: (store) => holderOf(store.me),
      tiles: (store) => accountTiles(store.me),
      unknown: (store) => store.asking.trouble && describe(store.asking.trouble),
      leaving: (store) => store.leaving.busy,
      notLeft: (store) => store.leaving.trouble && describe(store.leaving.trouble),
    }),
  ],
  data: { copy: account, controls, askingToLeave: false, ...atFirst },
  pageLifetimes: {
    show() {
      tabs.show('account');
      if (session.me === undefined) void session.refresh();
    },
    hide() {
      this.setData({ askingToLeave: false });
    },
  },
  methods: {
    onAgain: () => session.refresh(),
    onSignIn: () => openPage('sign-in'),
    onTile(event: TileEvent) {
      const tile = this.data.tiles.find(({ id }) => id === event.currentTarget.dataset.id);
      if (tile) void openPage(tile.page, tile.query);
    },
    onSignOut() {
      this.setData({ askingToLeave: true });
      scrollToTop();
    },
    onStay() {
      this.setData({ askingToLeave: false });
    },
    async onLeave() {
      if (!(await session.signOut())) return;
      this.setData({ askingToLeave: false });
      void openTab('home');
    },
  },
});
