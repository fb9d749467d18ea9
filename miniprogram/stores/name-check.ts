import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';

/** Asks whether a name has traditional characters, where it is typed and not at the last step (rule A6). */
export class NameCheckStore {
  /** What is offered in the place of the name; empty where nothing is. */
  offer = '';
  readonly asking = new Attempt();

  constructor() {
    makeAutoObservable(this, { asking: false });
  }

  /**
   * @returns whether to go on with this name: also where the server does not answer, for the last step says the same
   */
  async passes(name: string): Promise<boolean> {
    if (this.asking.busy) return false;
    this.forget();
    const done = await this.asking.run(() => call('account', 'checkName', { name }));
    runInAction(() => (this.offer = done?.data.simplified ?? ''));
    return this.offer === '';
  }

  forget() {
    this.offer = '';
    this.asking.forget();
  }
}

export const nameCheck = new NameCheckStore();
