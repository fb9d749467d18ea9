import { askedView, isReason, phoneOf, reasonTiles, subjectOf } from './view-model';
import { helpRefusalOf, refusalOf } from '../refusal';
import { controls } from '../../copy/controls';
import { askForHelp, helpReasonWords } from '../../copy/help';
import { spacedPhone } from '../../components/spaced-digits';
import { confirmByTouch, dial } from '../../services/device';
import { openPage, openTab, replacePage, scrollToTop } from '../../services/navigation';
import type { HelpReason } from '../../shared/contract/help';
import { readCallBackNumber } from '../../shared/phone-number';
import { bindStore } from '../../stores/bind-store';
import { candidate } from '../../stores/candidate';
import { contacts } from '../../stores/contacts';
import { help } from '../../stores/help';
import { afterSignIn } from '../../stores/after-sign-in';
import { session } from '../../stores/session';
import { personRefFromQuery } from '../../stores/person-ref';

interface InputEvent {
  detail: { value: string };
}

interface ReasonEvent {
  currentTarget: { dataset: { reason: HelpReason } };
}

/** No reason until one has been pressed, or the failing page has said it. */
const atFirst: { reason: HelpReason | '' } = { reason: '' };

/** Two taps: why, and yes. From a failure whose reason is known, one. */
Component({
  behaviors: [
    bindStore(session, {
      known: (store) => store.me !== undefined,
      signedIn: (store) => store.signedIn,
      knownPhone: (store) => phoneOf(store.me),
      unknown: (store) => refusalOf(store.asking.trouble),
    }),
    bindStore(help, {
      done: (store) => store.asked !== undefined,
      asked: (store) => askedView(store.asked),
      busy: (store) => store.asking.busy,
      refusal: (store) => helpRefusalOf(store.asking.trouble),
    }),
  ],
  data: {
    copy: askForHelp,
    controls,
    tiles: reasonTiles,
    words: helpReasonWords,
    ...atFirst,
    contact: '',
    subject: '',
    otherPhone: false,
    phone: '',
    readBack: '',
    error: '',
  },
  methods: {
    async onLoad({ reason, contact }: { reason?: string; contact?: string }) {
      help.clear();
      this.setData({ reason: isReason(reason) ? reason : '', contact: contact ?? '' });
      this.nameSubject();
      if (session.me === undefined) await session.refresh();
      if (contact !== undefined && session.signedIn && contacts.contacts === undefined) await contacts.load();
      this.nameSubject();
    },
    onUnload: () => help.clear(),
    nameSubject() {
      const name = (id: string) => contacts.byId(id)?.name;
      this.setData({ subject: subjectOf(personRefFromQuery(this.data.contact), candidate.name, name) });
    },
    onAgain: () => session.refresh(),
    onSignIn() {
      const { reason, contact } = this.data;
      afterSignIn.remember('ask-for-help', { ...(reason !== '' && { reason }), ...(contact !== '' && { contact }) });
      void openPage('sign-in');
    },
    onReason(event: ReasonEvent) {
      this.setData({ reason: event.currentTarget.dataset.reason });
      scrollToTop();
    },
    onOtherReason() {
      help.asking.forget();
      this.setData({ reason: '' });
      scrollToTop();
    },
    onOtherPhone() {
      this.setData({ otherPhone: true });
    },
    onPhone(event: InputEvent) {
      const { value } = event.detail;
      const read = readCallBackNumber(value);
      this.setData({ phone: value, readBack: read.ok ? spacedPhone(read.data) : '', error: '' });
    },
    async onSubmit() {
      const { reason, contact, phone, knownPhone, otherPhone } = this.data;
      if (reason === '') return;
      const asksPhone = otherPhone || knownPhone === '';
      const typed = readCallBackNumber(phone);
      if (asksPhone && !typed.ok) {
        this.setData({ error: askForHelp.confirm.phoneWrong });
        return;
      }
      const another = asksPhone && typed.ok ? { phone: typed.data } : {};
      if (!(await help.ask({ whom: personRefFromQuery(contact), reason, ...another }))) return;
      confirmByTouch();
      scrollToTop();
    },
    onCall() {
      void dial(this.data.asked.phone);
    },
    onFollow: () => replacePage('help-requests'),
    onHome: () => openTab('home'),
  },
});
