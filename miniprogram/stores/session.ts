import { makeAutoObservable, observable, runInAction, when } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import { scannedOf } from '../services/entry';
import type { Answer } from '../shared/phone-fault';
import type { Me } from '../shared/contract/account';
import type { EntryQuery, UnitScene } from '../shared/scene';

/** Who holds the phone, as the server says. */
export class SessionStore {
  /** Undefined until the server has answered. */
  me: Me | undefined = undefined;
  /** The unit whose poster was scanned to get here. */
  scene: UnitScene | undefined = undefined;
  /** Replaced whenever something newer is known, so that an answer that was on its way before is ignored. */
  asking = new Attempt();
  readonly leaving = new Attempt();

  constructor() {
    makeAutoObservable(this, { asking: observable.ref, leaving: false });
  }

  get signedIn(): boolean {
    return this.me?.signedIn === true;
  }

  accept(me: Me) {
    this.me = me;
    this.asking = new Attempt();
  }

  /** Something has changed at the server; ask again. */
  forget() {
    this.me = undefined;
    this.asking = new Attempt();
  }

  /** Keeps the unit; any other code changes nothing. */
  arrive(query: EntryQuery) {
    const scanned = scannedOf(query);
    if (typeof scanned === 'object' && 'unit' in scanned) this.scene = scanned;
  }

  /** Whoever asks while the answer is on its way waits for the same one. */
  async refresh(): Promise<void> {
    const { asking } = this;
    if (asking.busy) return when(() => !asking.busy);
    const done = await asking.run(() => call('account', 'me', {}));
    if (done && asking === this.asking) runInAction(() => (this.me = done.data));
  }

  async signOut(): Promise<boolean> {
    return this.leave(() => call('account', 'signOut', {}));
  }

  async closeAccount(): Promise<boolean> {
    return this.leave(() => call('account', 'closeAccount', {}));
  }

  private async leave(ask: () => Promise<Answer<unknown>>): Promise<boolean> {
    const done = await this.leaving.run(ask);
    if (done) this.accept({ signedIn: false });
    return done !== undefined;
  }
}

export const session = new SessionStore();
