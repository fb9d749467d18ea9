import { resultOf, spokenResult } from './view-model';
import { faceResult } from '../../copy/face-result';
import { dayInWords } from '../../copy/times';
import { controls } from '../../copy/controls';
import { confirmByTouch } from '../../services/device';
import { addressOf, openPage, openTab, replacePage } from '../../services/navigation';
import { receiptScene } from '../../shared/scene';
import { hush, say } from '../../services/voice';
import { bindStore } from '../../stores/bind-store';
import { contacts } from '../../stores/contacts';
import { faceCheck } from '../../stores/face-check';
import { receipts } from '../../stores/receipt';
import { personRefToQuery } from '../../stores/person-ref';

const receiptOf = () => (faceCheck.outcome?.kind === 'certified' ? faceCheck.outcome.receipt : undefined);

Component({
  behaviors: [
    bindStore(faceCheck, {
      result: ({ outcome, way, trouble }) => resultOf(outcome, way, trouble),
    }),
  ],
  data: { copy: faceResult, controls, oneMore: false },
  methods: {
    onLoad() {
      const { outcome, way, trouble } = faceCheck;
      say(spokenResult(resultOf(outcome, way, trouble)));
      const kind = faceCheck.outcome?.kind;
      if (kind !== 'certified' && kind !== 'verified' && kind !== 'review') return;
      confirmByTouch();
      // A face that certifies is the consent of whoever it belongs to (rule D9).
      if (kind === 'certified' && contacts.contacts) void contacts.reload();
    },
    /** What was sent and decided is kept for another try, and for nothing else. */
    onUnload() {
      hush();
      if (!this.data.oneMore) faceCheck.forget();
    },
    onAgain() {
      this.setData({ oneMore: true });
      void replacePage('face');
    },
    onGentle() {
      faceCheck.choose('gentle');
      this.onAgain();
    },
    onReceipt() {
      const receipt = receiptOf();
      if (!receipt) return;
      receipts.accept(receipt);
      void openPage('receipt', { number: receipt.number });
    },
    onHelp() {
      const { request } = faceCheck;
      void openPage('ask-for-help', request ? { contact: personRefToQuery(request.whom) } : {});
    },
    onCertify: () => replacePage('certify', { for: 'self' }),
    onHome: () => openTab('home'),
    onShareAppMessage() {
      const receipt = receiptOf();
      if (!receipt) return { path: addressOf('home') };
      return {
        title: faceResult.shareTitle(dayInWords(receipt.until)),
        path: addressOf('verify-receipt', { scene: receiptScene(receipt.number) }),
      };
    },
  },
});
