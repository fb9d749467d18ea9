import { homeCard, homeTiles, mayLook, spoken, wayOutFor } from './view-model';
import type { HomeTile, Destination } from './view-model';
import { describe } from '../../copy/errors';
import { home } from '../../copy/home';
import { wayOutWords } from '../../copy/way-out';
import { dial } from '../../services/device';
import { scannedOf } from '../../services/entry';
import { openPage } from '../../services/navigation';
import { onNetworkBack } from '../../services/network';
import { receiptScene } from '../../shared/scene';
import type { EntryQuery } from '../../shared/scene';
import { bindStore } from '../../stores/bind-store';
import { ownEligibility } from '../../stores/eligibility';
import { session } from '../../stores/session';
import { tabs } from '../../stores/tabs';
import { openWayOut } from '../../stores/way-out';

interface TileEvent {
  currentTarget: { dataset: { id: string } };
}

/** Until the stores are bound; a list in a template needs one from the start. */
const atFirst: { tiles: HomeTile[] } = { tiles: [] };

/** What has gone wrong on the way to the answer, whichever question it was. */
const trouble = () => session.asking.trouble ?? ownEligibility.asking.trouble;

const unknown = () => {
  const met = trouble();
  return met && { ...describe(met), way: wayOutFor(met) };
};

/** What ends the watch over the network. */
const watches = new WeakMap<object, () => void>();

const follow = (way: Destination) => {
  if ('call' in way) dial(way.call);
  else void openPage(way.page, way.query);
};

Component({
  behaviors: [
    bindStore(session, {
      card: (store) => homeCard(store.me, ownEligibility.found),
      words: (store) => spoken(homeCard(store.me, ownEligibility.found)),
      tiles: (store) => homeTiles(store.me),
      signedIn: (store) => store.signedIn,
      scanned: (store) => store.scene !== undefined,
      unknown,
      mayLook: (store) => mayLook(store.me),
    }),
  ],
  data: { copy: home, ways: wayOutWords, ...atFirst, foreign: false },
  observers: {
    /** Who they are may be told after the page is shown. */
    mayLook(allowed: boolean) {
      if (allowed) void ownEligibility.look();
    },
  },
  pageLifetimes: {
    show() {
      tabs.show('home');
      if (session.me === undefined) void session.refresh();
      if (mayLook(session.me)) void ownEligibility.look();
    },
  },
  methods: {
    /** A receipt's code leads here where WeChat does not know a page for it. */
    onLoad(query: EntryQuery) {
      const scanned = scannedOf(query);
      watches.set(
        this,
        onNetworkBack(() => {
          if (this.data.unknown) void this.askAgain();
        }),
      );
      this.setData({ foreign: scanned === 'foreign' });
      if (typeof scanned === 'object' && 'receipt' in scanned)
        void openPage('verify-receipt', { scene: receiptScene(scanned.receipt) });
    },
    onUnload() {
      watches.get(this)?.();
    },
    onWayOut() {
      const way = this.data.unknown?.way;
      if (way === undefined || way === 'again') void this.askAgain();
      else void openWayOut(way);
    },
    askAgain() {
      return session.me === undefined ? session.refresh() : ownEligibility.look();
    },
    onAction() {
      const way = this.data.card?.action?.way;
      if (way) follow(way);
    },
    onRegister: () => openPage('register', { step: 'phone' }),
    onTile(event: TileEvent) {
      const tile = this.data.tiles.find(({ id }) => id === event.currentTarget.dataset.id);
      if (tile) follow(tile.way);
    },
  },
});
