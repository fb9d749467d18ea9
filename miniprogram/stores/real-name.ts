import { makeAutoObservable, observable } from 'mobx-miniprogram';
import { idCard } from './id-card';
import { Journey } from './journey';
import { session } from './session';
import type { PersonRef } from '../shared/contract/person-ref';

/** The order of the steps; `consent` is a page of its own (rule B2). */
export const realNameQuestions = ['person', 'consent', 'card', 'face'] as const;

export type RealNameQuestion = (typeof realNameQuestions)[number];

type Holder = Exclude<PersonRef, { contactId: string }>;

/** Who says they hold the account, while the steps of real-name verification are walked through (rule B2). */
export class RealNameStore {
  /** As typed; kept so that a mistake is mended and not typed anew. */
  name = '';
  idNumber = '';
  /** The person says that the identity card shows this very name (rule A6). */
  asOnCard = false;
  /** Undefined until the first question has been answered: no later step opens before that. */
  holder: Holder | undefined = undefined;
  /** Whether the holder's card has been read: the face comes after it. */
  cardRead = false;

  constructor() {
    makeAutoObservable(this, { holder: observable.ref });
  }

  keepName() {
    this.asOnCard = true;
  }

  setPerson(name: string, idNumber: string) {
    if (name !== this.name) this.asOnCard = false;
    this.name = name;
    this.idNumber = idNumber;
  }

  /** Begins the card anew: somebody else has another card. */
  confirmHolder(holder: Holder) {
    this.holder = holder;
    this.cardRead = false;
    idCard.begin(holder);
  }

  cardIsRead() {
    this.cardRead = true;
  }

  clear() {
    this.setPerson('', '');
    this.holder = undefined;
    this.cardRead = false;
    idCard.forget();
  }
}

export const realName = new RealNameStore();

const answered = {
  person: () => realName.holder !== undefined,
  consent: () => session.me?.signedIn === true && session.me.faceConsent,
  card: () => realName.cardRead,
  face: () => false,
} satisfies Record<RealNameQuestion, () => boolean>;

export const realNameJourney = new Journey(realNameQuestions, (question) => answered[question]());
