import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Holder } from '../../../cloudfunctions/core/domain/documents/identity';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { enrolmentId } from '../../../cloudfunctions/core/use-cases/identity/card-photo';
import { verifyHolder } from '../../../cloudfunctions/core/use-cases/identity/verify-holder';
import type { Decision } from '../../../cloudfunctions/core/use-cases/review/decide-review';
import { decideReview } from '../../../cloudfunctions/core/use-cases/review/decide-review';
import type { SmsPurpose } from '../../../miniprogram/shared/contract/account';
import type { Actions } from '../../../miniprogram/shared/contract/api';
import type { FaceAction, Still, Way } from '../../../miniprogram/shared/contract/identity';
import { CONSENT_VERSION, stillPath } from '../../../miniprogram/shared/contract/identity';
import type { PersonRef } from '../../../miniprogram/shared/contract/person-ref';
import { cardPhoto } from '../memory/scripted-card-reader';
import type { Person } from './retirees';
import { unit } from './retirees';
import { china, must } from './outcomes';
import { Outside } from './outside';

type Named = { self: true } | (Person & { readonly asOnCard?: boolean });

/** The one world of the tests: the real actions on what is outside in memory, and what people do in it. */
export class World extends Outside {
  /** Ids of real-name reviews that were accepted. */
  readonly verifiedHolders: string[] = [];
  private pictures = 0;
  private cardPhotos = 0;

  /** What a reviewer says, which no phone can yet. */
  decideReview(decision: Decision) {
    const noteHolder = async ({ id }: { readonly id: string }) => void this.verifiedHolders.push(id);
    return decideReview({ ...this, verifyHolder: noteHolder })(decision, this.now);
  }

  /** A captcha as somebody answers it who can count. */
  async solvedCaptcha(openid: string): Promise<{ captchaId: string; answer: string }> {
    const { captchaId, question } = must(await this.user(openid).captcha({}));
    const [first, second] = question.split(' + ').map(Number) as [number, number];
    return { captchaId, answer: String(first + second) };
  }

  /** A code as it arrives on a phone. */
  async receiveCode(phone: string, purpose: SmsPurpose, openid = 'somebody'): Promise<string> {
    must(await this.user(openid).sendSms({ phone, purpose, ...(await this.solvedCaptcha(openid)) }));
    return this.lastCode();
  }

  lastCode(): string {
    const message = this.sms.sent.at(-1);
    if (!message) throw new Error('No text message was sent.');
    return message.code;
  }

  recipientId({ idNumber }: Person): string {
    return this.hash.of('id-number', idNumber);
  }

  /** Puts somebody on the roster, paid and with a portrait. */
  async enlist(
    person: Person,
    { portrait = true, ...fields }: Partial<Omit<Recipient, 'portrait'>> & { portrait?: boolean } = {},
  ): Promise<string> {
    const id = this.recipientId(person);
    const fileId = portrait && this.files.upload(`portraits/of-${id}`, Buffer.from(person.name));
    await this.database.recipients.put(id, {
      ...person,
      personKey: id,
      unit,
      payment: 'paid',
      monthlyAmount: 310_000,
      ...(fileId && { portrait: { fileId, from: 'roster', at: '2026-01-01T00:00:00.000Z' } }),
      ...fields,
    });
    return id;
  }

  async recipient(person: Person): Promise<Recipient> {
    const stored = this.database.contents('recipients').find(({ id }) => id === this.recipientId(person));
    if (!stored) throw new Error('not on the roster');
    return stored.value;
  }

  /** A verified holder who has agreed to face processing, signed in as a WeChat user. @returns the account's id */
  async signIn(openid: string, person: Person, fields: Partial<Account> = {}): Promise<string> {
    const id = `account-of-${openid}`;
    await this.database.accounts.put(id, {
      ...person,
      verified: { by: 'face', at: this.now },
      consent: { version: CONSENT_VERSION, at: this.now },
      sessionEpoch: 0,
      createdAt: this.now,
      ...fields,
    });
    await this.joinAccount(openid, id);
    return id;
  }

  /** Signs a WeChat user in to an account that is there. */
  async joinAccount(openid: string, accountId: string): Promise<void> {
    const session = { accountId, sessionEpoch: 0, usedAt: this.now };
    await this.database.sessions.put(this.hash.of('openid', openid), session);
  }

  account(id: string): Account {
    const stored = this.database.contents('accounts').find((account) => account.id === id);
    if (!stored) throw new Error('no such account');
    return stored.value;
  }

  /** A photographed card of somebody, as `readIdCard` leaves it. */
  async photographCard(accountId: string, person: Person, expiresAt = '2026-06-15 10:12'): Promise<void> {
    const fileId = this.files.upload(`portraits/card-of-${person.idNumber}`, Buffer.from('card'));
    await this.database.enrolments.put(enrolmentId(accountId, this.recipientId(person)), {
      accountId: accountId,
      portrait: { fileId, from: 'id-card', at: this.now.toISOString() },
      expiresAt: china(expiresAt),
    });
  }

  /** Uploads what a phone takes during a challenge: a still face before, between and after the actions. */
  upload(challengeId: string, actions: readonly FaceAction[]): Still[] {
    const poses = ['neutral' as const, ...actions.flatMap((action) => [action, 'neutral' as const])];
    while (poses.length < 3) poses.push('neutral');
    return poses.map((shows, place) => {
      const bytes = Buffer.from(`picture ${++this.pictures}`);
      return { shows, at: place * 2000, fileId: this.files.upload(stillPath(challengeId, String(place)), bytes) };
    });
  }

  /** Starts a try and uploads its pictures: all that is left is to finish it. */
  async begin(openid: string, whom: PersonRef, way: Way = 'actions'): Promise<Actions['finishCertification']['input']> {
    const { challengeId, actions } = must(await this.user(openid).startCertification({ ...whom, way }));
    return { challengeId, stills: this.upload(challengeId, actions) };
  }

  /** A whole try. */
  async certify(openid: string, whom: PersonRef, way: Way = 'actions') {
    return this.user(openid).finishCertification(await this.begin(openid, whom, way));
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
    const taken = ++this.cardPhotos;
    return this.files.upload(path, cardPhoto(idNumber, taken));
  }

  /** A photograph that has arrived where the server said. @returns the file's id */
  async sendCard(openid: string, person: Pick<Person, 'idNumber'>): Promise<string> {
    return this.uploadCard(must(await this.user(openid).startCardPhoto({})).path, person);
  }

  /** Agrees to face processing, or takes that back. */
  agree(openid: string, given = true, version: string = CONSENT_VERSION) {
    return this.user(openid).consent({ given, version });
  }

  startRealName(openid: string, whom: Named = { self: true }, way: Way = 'actions') {
    return this.user(openid).startRealName({ whom, way });
  }

  /** Signs in by social-security card with the password that everybody here has. */
  signInByCard(openid: string, { idNumber }: Pick<Person, 'idNumber'>) {
    return this.user(openid).signInWithCard({ idNumber, cardPassword: '246810' });
  }

  async photograph(openid: string, person: Pick<Person, 'idNumber'>, whom: PersonRef = { self: true }) {
    const place = await this.user(openid).startCardPhoto({});
    if (!place.ok) return place;
    return this.user(openid).readIdCard({ fileId: this.uploadCard(place.data.path, person), whom });
  }

  /** Consent and card are there, the try has begun and its pictures have arrived: all that is left is to finish it. */
  async beginRealName(openid: string, person: Person, whom: Named = { self: true }, way: Way = 'actions') {
    must(await this.agree(openid));
    must(await this.photograph(openid, person, whom));
    const { challengeId, actions } = must(await this.startRealName(openid, whom, way));
    return { challengeId, stills: this.upload(challengeId, actions) };
  }

  /** The whole of it. */
  async verify(openid: string, person: Person, whom: Named = { self: true }) {
    return this.user(openid).finishRealName(await this.beginRealName(openid, person, whom));
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
    await verifyHolder(this)(review, this.now);
  }
}
