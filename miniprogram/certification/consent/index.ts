import { consentOffers, consentWords, nextOf, spokenConsent } from './view-model';
import type { NextPage } from './view-model';
import { consent as copy } from '../../copy/consent';
import { describe } from '../../copy/errors';
import { wayOutWords } from '../../copy/way-out';
import { confirmByTouch } from '../../services/device';
import { continueAt, goBack, openPage, openTab, replacePage } from '../../services/navigation';
import { canSpeak, hush, readAloud } from '../../services/voice';
import { bindStore } from '../../stores/bind-store';
import { consent } from '../../stores/consent';
import { afterSignIn } from '../../stores/after-sign-in';
import { realNameJourney } from '../../stores/real-name';
import { session } from '../../stores/session';
import { wayOutOf } from '../../stores/way-out';

interface ConsentQuery {
  next?: string;
  step?: string;
  /** Whose face it is, where it is not the holder's own: a contact's id, or `typed`. */
  whom?: string;
}

const atFirst: { next: NextPage | ''; query: Record<string, string> } = { next: '', query: {} };

Component({
  behaviors: [
    bindStore(session, { given: (store) => store.me?.signedIn === true && store.me.faceConsent }),
    bindStore(consent, {
      busy: (store) => store.deciding.busy,
      refusal: (store) => store.deciding.trouble && describe(store.deciding.trouble),
      signedOut: ({ deciding: { trouble } }) => trouble && wayOutOf(trouble, consentOffers) === 'sign-in',
    }),
  ],
  data: {
    copy,
    ways: wayOutWords,
    words: consentWords(true),
    ...atFirst,
    whom: '',
    progress: '',
    mayRead: false,
    reading: false,
  },
  methods: {
    onLoad({ next, step, whom }: ConsentQuery) {
      const isOwnFace = whom === undefined || whom === 'self';
      const query = { ...(step !== undefined && { step }), ...(whom !== undefined && { whom }) };
      this.setData({
        words: consentWords(isOwnFace),
        next: nextOf(next) ?? '',
        query,
        whom: isOwnFace ? '' : whom,
        progress: next === 'real-name' && isOwnFace ? realNameJourney.progress('consent') : '',
        mayRead: canSpeak(),
      });
      consent.deciding.forget();
      if (session.me === undefined) void session.refresh();
    },
    onUnload: () => hush(),
    onRead() {
      const reading = !this.data.reading;
      this.setData({ reading });
      if (reading) readAloud(spokenConsent(this.data.words));
      else hush();
    },
    async onAgree() {
      if (!(await consent.give())) return;
      confirmByTouch();
      this.onGoOn();
    },
    onGoOn() {
      const { next, query } = this.data;
      if (next === '') void goBack();
      else if (next === 'home' || next === 'account') void openTab(next);
      else if ('step' in query) void replacePage(next, query);
      else void continueAt(next, query);
    },
    onRefuse() {
      const { whom } = this.data;
      void openPage('ask-for-help', { reason: 'no-face-processing', ...(whom !== '' && { contact: whom }) });
    },
    onSignIn() {
      const { next, query } = this.data;
      afterSignIn.remember('consent', { ...query, ...(next !== '' && { next }) });
      void openPage('sign-in');
    },
    onPrivacy: () => openPage('privacy'),
  },
});
