import { kindOf, pageAfterConfirm, personOf, refusalOf, standingCard } from './view-model';
import type { NextStep } from './view-model';
import { personErrors } from '../../components/person-errors';
import { spacedIdNumber } from '../../components/spaced-digits';
import { certify } from '../../copy/certify';
import { controls } from '../../copy/controls';
import { register } from '../../copy/register';
import { wayOutWords } from '../../copy/way-out';
import { dial } from '../../services/device';
import { openPage, openTab, scrollToTop } from '../../services/navigation';
import { chinaDay } from '../../shared/china-time';
import { readIdNumber } from '../../shared/id-number';
import { bindStore } from '../../stores/bind-store';
import { candidate } from '../../stores/candidate';
import type { CandidateStore } from '../../stores/candidate';
import { contacts } from '../../stores/contacts';
import { faceCheck } from '../../stores/face-check';
import { idCard } from '../../stores/id-card';
import { session } from '../../stores/session';
import { personRefToQuery } from '../../stores/person-ref';
import { openWayOut } from '../../stores/way-out';

interface InputEvent {
  detail: { value: string };
}

interface StepEvent {
  currentTarget: { dataset: { id: NextStep['id'] } };
}

interface Options {
  /** `self`, `typed`, or missing: then whoever has been chosen on the page before. */
  for?: string;
}

const contactOf = ({ whom }: CandidateStore) =>
  whom !== undefined && 'contactId' in whom ? contacts.byId(whom.contactId) : undefined;

const viewOf = (store: CandidateStore) => personOf(store.whom, session.me, contactOf(store));

/** Name and number are asked for until the server knows the person. */
const asksWho = ({ whom, found }: CandidateStore) => kindOf(whom) === 'typed' && found === undefined;

Component({
  behaviors: [
    bindStore(candidate, {
      name: (store) => store.name,
      idNumber: (store) => store.idNumber,
      idNumberBack: (store) => spacedIdNumber(store.idNumber.trim()),
      kind: ({ whom }) => kindOf(whom),
      asksWho,
      person: viewOf,
      standing: ({ found, whom }) => standingCard(found, kindOf(whom)),
      looking: (store) => store.looking.busy,
      refusal: ({ looking, whom }) => refusalOf(looking.trouble, kindOf(whom)),
    }),
    bindStore(idCard, { cardStage: (store) => store.stage }),
  ],
  data: {
    copy: certify,
    ways: wayOutWords,
    asOnCard: register.asOnCard,
    controls,
    errors: { name: '', idNumber: '' },
    awaiting: '',
    cardRead: false,
  },
  observers: {
    /** The page that reads the card lies above this one, and forgets the card when it is left. */
    cardStage(stage: string | undefined) {
      if (stage === 'read' && this.data.awaiting === 'real-name') this.setData({ cardRead: true });
    },
  },
  pageLifetimes: {
    /** Back from the agreement or the identity card: on to what comes next, if it is done. */
    show() {
      const { awaiting } = this.data;
      this.setData({ awaiting: '' });
      if (awaiting !== '' && pageAfterConfirm(session.me, candidate.found, this.data.cardRead) !== awaiting)
        this.goOn();
    },
  },
  methods: {
    onLoad({ for: whose }: Options) {
      if (session.me === undefined) void session.refresh();
      if (whose === 'self') candidate.choose({ self: true });
      if (whose === 'typed') candidate.clear();
      const { whom } = candidate;
      if (whom !== undefined && 'contactId' in whom && !contacts.contacts) void contacts.load();
      void candidate.look();
    },
    onName(event: InputEvent) {
      candidate.type(event.detail.value, candidate.idNumber);
      this.setData({ 'errors.name': '' });
    },
    onIdNumber(event: InputEvent) {
      candidate.type(candidate.name, event.detail.value);
      this.setData({ 'errors.idNumber': '' });
    },
    onTyped() {
      const today = chinaDay(new Date());
      const errors = personErrors(candidate.name, candidate.idNumber, today);
      this.setData({ errors });
      const number = readIdNumber(candidate.idNumber, today);
      if (errors.name !== '' || !number.ok) return;
      candidate.confirmTyped(candidate.name.trim(), number.data);
      return this.look();
    },
    onSimplified() {
      const { whom } = candidate;
      const simplified = this.data.refusal?.simplified;
      if (!simplified || whom === undefined || !('name' in whom)) return;
      candidate.type(simplified, candidate.idNumber);
      candidate.confirmTyped(simplified, whom.idNumber);
      return this.look();
    },
    onAsOnCard() {
      const { whom } = candidate;
      if (whom === undefined || !('name' in whom)) return;
      candidate.confirmTyped(whom.name, whom.idNumber, true);
      return this.look();
    },
    async look() {
      if (await candidate.look()) scrollToTop();
    },
    onAgain: () => candidate.look(),
    onMend() {
      const way = this.data.refusal?.mendedAt;
      if (way === 'help') this.onHelp();
      else if (way) void openWayOut(way, { page: 'certify' });
    },
    onConfirm() {
      this.goOn();
    },
    goOn() {
      const { whom, found } = candidate;
      if (whom === undefined) return;
      const page = pageAfterConfirm(session.me, found, this.data.cardRead);
      if (page === 'face') {
        faceCheck.begin({ purpose: 'certification', whom, ...(this.data.person && { name: this.data.person.name }) });
      }
      this.setData({ awaiting: page === 'face' ? '' : page });
      void openPage(page, page === 'face' ? {} : { next: 'certify', whom: personRefToQuery(whom) });
    },
    onHelp() {
      const { whom } = candidate;
      void openPage('ask-for-help', whom ? { contact: personRefToQuery(whom) } : {});
    },
    onContacts: () => openPage('contacts'),
    onStep(event: StepEvent) {
      const step = this.data.standing?.steps.find(({ id }) => id === event.currentTarget.dataset.id);
      if (step) this.take(step);
    },
    take({ id, phone }: NextStep) {
      const { whom } = candidate;
      const ways: Record<NextStep['id'], () => unknown> = {
        'call-unit': () => dial(phone),
        'call-agency': () => dial(phone),
        person: () => candidate.forgetAnswer(),
        records: () => openPage('records', whom && 'contactId' in whom ? { contact: whom.contactId } : {}),
        help: () => this.onHelp(),
        face: () => this.goOn(),
        home: () => openTab('home'),
      };
      ways[id]();
    },
  },
});
