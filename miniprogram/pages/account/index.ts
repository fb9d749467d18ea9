import { accountTiles, holderOf } from './view-model';
import type { AccountTile } from './view-model';
import { account } from '../../copy/account';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { confirmByTouch } from '../../services/device';
import { openPage, openTab, scrollToTop } from '../../services/navigation';
import { canSpeak, isVoiceOn, setVoice } from '../../services/voice';
import { bindStore } from '../../stores/bind-store';
import { consent } from '../../stores/consent';
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
    bindStore(consent, {
      takingBack: (store) => store.deciding.busy,
      notTakenBack: (store) => store.deciding.trouble && describe(store.deciding.trouble),
    }),
  ],
  data: { copy: account, controls, asking: '', takenBack: false, mayHear: false, voice: true, ...atFirst },
  pageLifetimes: {
    show() {
      tabs.show('account');
      this.setData({ mayHear: canSpeak(), voice: isVoiceOn() });
      if (session.me === undefined) void session.refresh();
    },
    hide() {
      this.setData({ asking: '', takenBack: false });
    },
  },
  methods: {
    onAgain: () => session.refresh(),
    onSignIn: () => openPage('sign-in'),
    onTile(event: TileEvent) {
      const tile = this.data.tiles.find(({ id }) => id === event.currentTarget.dataset.id);
      if (tile?.page === 'take-back-consent') this.ask('take-back');
      else if (tile) void openPage(tile.page, tile.query);
    },
    onVoice() {
      setVoice(!this.data.voice);
      this.setData({ voice: isVoiceOn() });
    },
    ask(asking: 'leave' | 'take-back') {
      this.setData({ asking, takenBack: false });
      scrollToTop();
    },
    onSignOut() {
      this.ask('leave');
    },
    onStay() {
      consent.deciding.forget();
      this.setData({ asking: '' });
    },
    async onTakeBack() {
      if (!(await consent.takeBack())) return;
      confirmByTouch();
      this.setData({ asking: '', takenBack: true });
    },
    async onLeave() {
      if (!(await session.signOut())) return;
      this.setData({ asking: '' });
      void openTab('home');
    },
  },
});
