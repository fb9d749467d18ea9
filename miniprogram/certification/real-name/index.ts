import { knownHolder, openStep } from './view-model';
import type { RealNameStep } from './view-model';
import type { CardWay } from '../components/card-step/refusal';
import { personErrors } from '../../components/person-errors';
import { spacedIdNumber } from '../../components/spaced-digits';
import { controls } from '../../copy/controls';
import { describe } from '../../copy/errors';
import { realName as copy } from '../../copy/real-name';
import { register } from '../../copy/register';
import {
  continueAt,
  goBack,
  openPage,
  openTab,
  replacePage,
  returnToStep,
  scrollToTop,
} from '../../services/navigation';
import type { Way } from '../../shared/contract/identity';
import { chinaDay } from '../../shared/china-time';
import { bindStore } from '../../stores/bind-store';
import { faceCheck } from '../../stores/face-check';
import { idCard } from '../../stores/id-card';
import { afterSignIn } from '../../stores/after-sign-in';
import { nameCheck } from '../../stores/name-check';
import { realName, realNameJourney } from '../../stores/real-name';
import { session } from '../../stores/session';
import { personRefFromQuery } from '../../stores/person-ref';

interface InputEvent {
  detail: { value: string };
}

interface WayEvent {
  detail: { way: CardWay };
}

interface PhotoEvent {
  detail: { photo: string };
}

/** No step until the page knows which may be opened. */
const atFirst: { step: RealNameStep | '' } = { step: '' };

/**
 * Real-name verification of the holder: who they say they are, consent, identity card, face (rule B2). Opened with
 * `whom` (see `whomOf`) it is the identity card alone, of somebody without a portrait on record (rule B4); then it leads
 * back to `certify`.
 */
Component({
  behaviors: [
    bindStore(session, {
      known: (store) => store.me !== undefined,
      signedIn: (store) => store.signedIn,
      verified: (store) => store.me?.signedIn === true && store.me.verified,
      holder: (store) => knownHolder(store.me),
      unknown: (store) => store.asking.trouble && describe(store.asking.trouble),
    }),
    bindStore(realName, {
      name: (store) => store.name,
      idNumber: (store) => store.idNumber,
      idNumberBack: (store) => spacedIdNumber(store.idNumber.trim()),
    }),
    bindStore(nameCheck, {
      checking: (store) => store.asking.busy,
      offer: (store) => register.simplified(store.offer),
      offered: (store) => register.offer(store.offer),
    }),
  ],
  data: {
    copy,
    asOnCard: register.asOnCard,
    checkingWords: register.checking,
    controls,
    ...atFirst,
    whom: '',
    progress: '',
    writes: false,
    errors: { name: '', idNumber: '' },
  },
  methods: {
    async onLoad({ step, whom }: { step?: string; whom?: string }) {
      if (whom !== undefined) return this.openCard(whom, step);
      if (session.me === undefined) await session.refresh();
      const opened = openStep(step, realNameJourney);
      if (opened === 'consent') void replacePage('consent', { next: 'real-name', step: 'card' });
      else this.setData({ step: opened, progress: realNameJourney.progress(opened) });
    },
    openCard(whom: string, step: string | undefined) {
      if (step !== 'camera') idCard.begin(personRefFromQuery(whom));
      this.setData({ whom, step: step === 'camera' ? 'camera' : 'card' });
    },
    /** Leaving by the first question ends the task, and what was typed goes with it. */
    onUnload() {
      if (this.data.step === 'person') {
        realName.clear();
        nameCheck.forget();
      }
      if (this.data.step === 'card' && this.data.whom !== '') idCard.forget();
    },
    onAgain: () => session.refresh(),
    onSignIn() {
      afterSignIn.remember('real-name');
      void openPage('sign-in');
    },
    onHome: () => openTab('home'),
    onItIsMe() {
      realName.confirmHolder({ self: true });
      this.goOn();
    },
    onWrite() {
      const { me } = session;
      if (realName.name === '' && me?.signedIn) realName.setPerson(me.name ?? '', '');
      this.setData({ writes: true });
      scrollToTop();
    },
    onName(event: InputEvent) {
      realName.setPerson(event.detail.value, realName.idNumber);
      nameCheck.forget();
      this.setData({ 'errors.name': '' });
    },
    onIdNumber(event: InputEvent) {
      realName.setPerson(realName.name, event.detail.value);
      this.setData({ 'errors.idNumber': '' });
    },
    async onPerson() {
      const { name, idNumber, asOnCard } = realName;
      const errors = personErrors(name, idNumber, chinaDay(new Date()));
      this.setData({ errors });
      if (errors.name !== '' || errors.idNumber !== '') return;
      if (!asOnCard && !(await nameCheck.passes(name))) return;
      realName.confirmHolder({ name, idNumber, ...(asOnCard && { asOnCard }) });
      this.goOn();
    },
    onOffer() {
      realName.setPerson(nameCheck.offer, realName.idNumber);
      nameCheck.forget();
      return this.onPerson();
    },
    onAsOnCard() {
      realName.keepName();
      nameCheck.forget();
      return this.onPerson();
    },
    goOn() {
      const step = realNameJourney.next('person');
      if (step === 'consent') void openPage('consent', { next: 'real-name', step: realNameJourney.next('consent') });
      else void openPage('real-name', { step });
    },
    /** Kept on the way through the pages of the card. */
    cardQuery(): Record<string, string> {
      const { whom } = this.data;
      return whom === '' ? {} : { whom };
    },
    onCamera() {
      void openPage('real-name', { ...this.cardQuery(), step: 'camera' });
    },
    onCameraAgain() {
      void replacePage('real-name', { ...this.cardQuery(), step: 'camera' });
    },
    onPhoto(event: PhotoEvent) {
      idCard.take(event.detail.photo);
      void goBack();
    },
    onBack: () => goBack(),
    onCardRead() {
      if (this.data.whom !== '') return void continueAt('certify');
      realName.cardIsRead();
      void openPage('real-name', { step: realNameJourney.next('card') });
    },
    onCardWay(event: WayEvent) {
      const { way } = event.detail;
      if (way === 'sign-in') this.onSignIn();
      else if (way === 'consent') void openPage('consent', { next: 'real-name', ...this.cardQuery() });
      else if (way === 'real-name') void replacePage('real-name');
      else if (way === 'contacts') void openPage('contacts');
      else if (this.data.whom !== '') void continueAt('certify');
      else void returnToStep('real-name', 'person');
    },
    onHelp() {
      const { whom } = this.data;
      void openPage('ask-for-help', whom === '' ? {} : { contact: whom });
    },
    onNoCard() {
      const { whom } = this.data;
      void openPage('ask-for-help', { reason: 'no-id-card', ...(whom !== '' && { contact: whom }) });
    },
    onFace() {
      this.startFace('actions');
    },
    onGentle() {
      this.startFace('gentle');
    },
    startFace(way: Way) {
      const { holder, name } = realName;
      if (!holder) return;
      faceCheck.begin({ purpose: 'real-name', whom: holder, ...(name !== '' && { name }) });
      faceCheck.choose(way);
      void openPage('face');
    },
    onNoFace: () => openPage('ask-for-help', { reason: 'no-face-processing' }),
  },
});
