import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Holder } from '../../../cloudfunctions/core/domain/documents/identity';
import { closeAccount } from '../../../cloudfunctions/core/use-cases/account/close-account';
import { consent } from '../../../cloudfunctions/core/use-cases/identity/consent';
import { finishRealName } from '../../../cloudfunctions/core/use-cases/identity/finish-real-name';
import { readIdCard } from '../../../cloudfunctions/core/use-cases/identity/read-id-card';
import { signInWithCard } from '../../../cloudfunctions/core/use-cases/account/sign-in-with-card';
import { startCardPhoto } from '../../../cloudfunctions/core/use-cases/identity/start-card-photo';
import { startRealName } from '../../../cloudfunctions/core/use-cases/identity/start-real-name';
import { verifyHolder } from '../../../cloudfunctions/core/use-cases/identity/verify-holder';
import { CONSENT_VERSION } from '../../../miniprogram/shared/contract/identity';
import type { Way } from '../../../miniprogram/shared/contract/identity';
import type { Input } from '../../../miniprogram/shared/contract/api';
import type { PersonRef } from '../../../miniprogram/shared/contract/person-ref';
import type { Person } from './certifying-world';
import { CertifyingWorld } from './certifying-world';
import { MemoryCards, MemoryPause, MemoryRoster } from './memory-ports';
import { cardPhoto, ScriptedCardReader } from './scripted-card-reader';
import { must } from './world';

type Named = { self: true } | Person;

/** Verifying a holder: the certifying world with identity cards, and sign-in by social-security card beside it. */
export class RealNameWorld extends CertifyingWorld {
  readonly cardReader = new ScriptedCardReader();
  readonly roster = new MemoryRoster();
  readonly socialSecurityCards = new MemoryCards();
  private photos = 0;

  private get everything() {
    const { cardReader, roster, socialSecurityCards } = this;
    const { pause } = new MemoryPause();
    return { ...this.dependencies, cardReader, pause, roster, socialSecurityCards };
  }

  /** What the phone of a WeChat user may ask. */
  phone(openid: string) {
    const context = () => ({ openid, now: this.now, requestId: 'test' });
    return {
      consent: (given: boolean, version: string = CONSENT_VERSION) =>
        consent(this.everything)({ given, version }, context()),
      startCardPhoto: () => startCardPhoto(this.everything)({}, context()),
      readIdCard: (input: Input<'certification', 'readIdCard'>) => readIdCard(this.everything)(input, context()),
      start: (whom: Named = { self: true }, way: Way = 'actions') =>
        startRealName(this.everything)({ whom, way }, context()),
      finish: (input: Input<'certification', 'finishRealName'>) => finishRealName(this.everything)(input, context()),
      signInWithCard: ({ idNumber }: Person) =>
        signInWithCard(this.everything)({ idNumber, cardPassword: '246810' }, context()),
      closeAccount: () => closeAccount(this.everything)({}, context()),
    };
  }

  /** Somebody who has registered by phone and is not verified yet. @returns the account's id */
  async register(openid: string, fields: Partial<Account> = {}): Promise<string> {
    const id = `account-of-${openid}`;
    const account = { phone: '13800000001', sessionEpoch: 0, createdAt: this.now, ...fields };
    await this.database.accounts.put(id, account);
    await this.joinAccount(openid, id);
    return id;
  }

  /** What a phone does with the picture of a card, at the place it was told. @returns the file's id */
  uploadCard(path: string, { idNumber }: Pick<Person, 'idNumber'>): string {
    const taken = ++this.photos;
    return this.files.upload(path, cardPhoto(idNumber, taken));
  }

  /** A photograph that has arrived where the server said. @returns the file's id */
  async sendCard(openid: string, person: Pick<Person, 'idNumber'>): Promise<string> {
    return this.uploadCard(must(await this.phone(openid).startCardPhoto()).path, person);
  }

  async photograph(openid: string, person: Pick<Person, 'idNumber'>, whom: PersonRef = { self: true }) {
    const place = await this.phone(openid).startCardPhoto();
    if (!place.ok) return place;
    return this.phone(openid).readIdCard({ fileId: this.uploadCard(place.data.path, person), whom });
  }

  /** Consent and card are there, the try has begun and its pictures have arrived: all that is left is to finish it. */
  async beginRealName(openid: string, person: Person, whom: Named = { self: true }, way: Way = 'actions') {
    must(await this.phone(openid).consent(true));
    must(await this.photograph(openid, person, whom));
    const { challengeId, actions } = must(await this.phone(openid).start(whom, way));
    return { challengeId, stills: this.upload(challengeId, actions) };
  }

  /** The whole of it. */
  async verify(openid: string, person: Person, whom: Named = { self: true }) {
    return this.phone(openid).finish(await this.beginRealName(openid, person, whom));
  }

  /** How alike the live face and the portrait are from now on. */
  alike(similarity: number): void {
    this.verifier.script = (good) => ({ ...good, similarity });
  }

  holder(person: Person): Holder | undefined {
    return this.database.contents('holders').find(({ id }) => id === this.recipientId(person))?.value;
  }

  async acceptReview(reviewId: string): Promise<void> {
    const review = await this.database.reviews.get(reviewId);
    if (!review) throw new Error('no such review');
    await verifyHolder(this.everything)(review, this.now);
  }
}
