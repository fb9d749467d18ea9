import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Answer, Trouble } from '../shared/phone-fault';

/**
 * Something the person asked for and waits for. A second tap while it runs does nothing, and the last trouble stays
 * until the next try, so that there is time to read it.
 */
export class Attempt {
  busy = false;
  trouble: Trouble | undefined = undefined;

  constructor() {
    makeAutoObservable(this);
  }

  /** @returns what came of it; undefined where it failed (see `trouble`) or another try was running */
  async run<T>(task: () => Promise<Answer<T>>): Promise<{ data: T } | undefined> {
    if (this.busy) return undefined;
    this.start();
    try {
      const answer = await task();
      if (answer.ok) return { data: answer.data };
      runInAction(() => (this.trouble = answer));
      return undefined;
    } finally {
      runInAction(() => (this.busy = false));
    }
  }

  forget() {
    this.trouble = undefined;
  }

  private start() {
    this.busy = true;
    this.trouble = undefined;
  }
}
