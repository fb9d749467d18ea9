import { drawReceipt, PICTURE } from './picture';
import { drawQrCode } from './qr-code';
import { receiptView, wayOutFor } from './view-model';
import { describe } from '../../copy/errors';
import { albumFaults } from '../../copy/permissions';
import type { FaultWords } from '../../copy/permissions';
import { receiptCopy } from '../../copy/receipt';
import { dayInWords } from '../../copy/times';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch, settingsPlace } from '../../services/device';
import { findCanvas, pictureOf, saveToAlbum } from '../../services/drawing';
import { addressOf, openPage } from '../../services/navigation';
import { isMended, openMending } from '../../services/permissions';
import type { Denial } from '../../shared/denial';
import { receiptScene } from '../../shared/scene';
import { bindStore } from '../../stores/bind-store';
import { receipts } from '../../stores/receipt';
import { openWayOut } from '../../stores/way-out';

/** Pixels of the code on the page; shown at a third, so that it stays sharp on a dense screen. */
const CODE_SIDE = 660;

/** The picture of the card that is sent: its path on the phone, and what came of the last wish to keep it. */
const atFirst: { picture: string; saving: boolean; album: '' | 'saved' | Denial; notSaved: FaultWords | null } = {
  picture: '',
  saving: false,
  album: '',
  notSaved: null,
};

Component({
  behaviors: [
    bindStore(receipts, {
      view: (store) => receiptView(store.receipt),
      refusal: (store) => store.loading.trouble && describe(store.loading.trouble),
      way: (store) => wayOutFor(store.loading.trouble),
    }),
  ],
  data: { copy: receiptCopy, ways: wayOutWords, number: '', ...atFirst },
  observers: {
    view(view: object | undefined) {
      // The canvases are on the page one turn later.
      if (view) wx.nextTick(() => void this.draw());
    },
  },
  pageLifetimes: {
    show() {
      void this.tryAgain();
    },
  },
  methods: {
    onLoad({ number = '' }: { number?: string }) {
      this.setData({ number });
      return receipts.load(number);
    },
    onWay() {
      const { way, number } = this.data;
      if (way === 'again') void receipts.load(number);
      else void openWayOut(way, { page: 'receipt', query: { number } });
    },
    async draw() {
      const { view } = this.data;
      const [code, whole] = await Promise.all([findCanvas(this, '#code'), findCanvas(this, '#picture')]);
      if (!view || !code || !whole) return;
      code.width = CODE_SIDE;
      code.height = CODE_SIDE;
      drawQrCode(code.getContext('2d'), view.link, 0, 0, CODE_SIDE);
      Object.assign(whole, PICTURE);
      drawReceipt(whole.getContext('2d'), view);
      this.setData({ picture: await pictureOf(whole) });
    },
    async onSave() {
      const { picture, saving } = this.data;
      if (picture === '' || saving) return;
      this.setData({ saving: true, album: '', notSaved: null });
      const outcome = await saveToAlbum(picture);
      const album = outcome === 'cancelled' ? '' : outcome;
      const notSaved = album === '' || album === 'saved' ? null : albumFaults(settingsPlace())[album];
      this.setData({ saving: false, album, notSaved });
      if (album === 'saved') confirmByTouch();
    },
    async onMend() {
      const { album } = this.data;
      if (album === '' || album === 'saved') return;
      await openMending(album);
      await this.tryAgain();
    },
    /** Back from the settings: saves by itself where they no longer stand in the way. */
    async tryAgain() {
      const { album, notSaved } = this.data;
      if (album === '' || album === 'saved' || notSaved?.way !== 'mend') return;
      if (await isMended('album', album)) await this.onSave();
    },
    onRecords: () => openPage('records'),
    onShareAppMessage() {
      const { receipt } = receipts;
      if (!receipt) return { path: addressOf('home') };
      return {
        title: receiptCopy.shareTitle(dayInWords(receipt.until)),
        path: addressOf('verify-receipt', { scene: receiptScene(receipt.number) }),
        ...(this.data.picture !== '' && { imageUrl: this.data.picture }),
      };
    },
  },
});
