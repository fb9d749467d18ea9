import { answerOf, numberOfScene, readNumber } from './view-model';
import { groupsOfFour } from '../../components/spaced-digits';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { verifyReceiptCopy } from '../../copy/receipt';
import { openTab, scrollToTop } from '../../services/navigation';
import { chinaDay } from '../../shared/china-time';
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
  data: { copy: verifyReceiptCopy, controls, error: '', scanned: false },
  methods: {
    onLoad({ scene }: { scene?: string }) {
      const number = numberOfScene(scene);
      this.setData({ scanned: number !== undefined });
      verification.type(number ?? '');
      if (number !== undefined) void verification.verify(number);
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
      this.setData({ scanned: false });
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
