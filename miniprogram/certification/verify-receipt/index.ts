import { answerOf, readNumber } from './view-model';
import { groupsOfFour } from '../../components/spaced-digits';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { verifyReceiptCopy } from '../../copy/receipt';
import { scannedOf } from '../../services/entry';
import { openTab, scrollToTop } from '../../services/navigation';
import { chinaDay } from '../../shared/china-time';
import type { EntryQuery } from '../../shared/scene';
import { bindStore } from '../../stores/bind-store';
import { verification } from '../../stores/receipt';

interface InputEvent {
  detail: { value: string };
}

Component({
  behaviors: [
    bindStore(verification, {
      number: (store) => store.number,
      numberBack: (store) => groupsOfFour(store.number),
      answer: (store) => answerOf(store.verdict, chinaDay(new Date())),
      busy: (store) => store.asking.busy,
      refusal: (store) => store.asking.trouble && describe(store.asking.trouble),
    }),
  ],
  data: { copy: verifyReceiptCopy, controls, error: '', scanned: false, foreign: false },
  methods: {
    onLoad(query: EntryQuery) {
      verification.type('');
      const scanned = scannedOf(query);
      if (scanned === undefined) return;
      if (scanned === 'foreign') return this.setData({ foreign: true });
      // The app itself has kept the unit (app.ts).
      if ('unit' in scanned) return void openTab('home');
      this.setData({ scanned: true });
      void verification.verify(scanned.receipt);
    },
    onUnload: () => verification.type(''),
    onNumber(event: InputEvent) {
      verification.type(event.detail.value);
      this.setData({ error: '' });
    },
    onVerify() {
      const number = readNumber(verification.number);
      this.setData({ error: number === undefined ? verifyReceiptCopy.wrongLength : '' });
      if (number !== undefined) void verification.verify(number).then(scrollToTop);
    },
    onAnother() {
      this.setData({ scanned: false, foreign: false });
      verification.type('');
      scrollToTop();
    },
    onRetype() {
      this.setData({ scanned: false });
      verification.type(verification.number);
      scrollToTop();
    },
    onHome: () => openTab('home'),
  },
});
