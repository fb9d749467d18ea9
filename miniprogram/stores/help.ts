import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { RemoteValue } from './remote-value';
import { call } from '../services/cloud';
import type { HelpRequest } from '../shared/contract/help';
import type { Input } from '../shared/contract/api';
import { accept } from '../shared/result';

/** Asking for help, and where it stands (rules F1, F2). */
export class HelpStore {
  /** The request that was made or found open by the last `ask`, for the page that says so. */
  asked: HelpRequest | undefined = undefined;
  readonly asking = new Attempt();
  readonly withdrawing = new Attempt();
  private readonly remote = new RemoteValue(async () => {
    const answer = await call('certification', 'listHelp', {});
    return answer.ok ? accept(answer.data.requests) : answer;
  });

  constructor() {
    makeAutoObservable<this, 'remote'>(this, {
      asked: observable.ref,
      asking: false,
      withdrawing: false,
      remote: false,
    });
  }

  /** Newest first; undefined until the server has answered. */
  get requests(): readonly HelpRequest[] | undefined {
    return this.remote.value;
  }

  get loading(): Attempt {
    return this.remote.asking;
  }

  byId(requestId: string): HelpRequest | undefined {
    return this.requests?.find(({ id }) => id === requestId);
  }

  async load(): Promise<void> {
    await this.remote.refresh();
  }

  /** @returns the request, new or already open; undefined where it was refused (see `asking.trouble`) */
  async ask(wanted: Input<'certification', 'askForHelp'>): Promise<HelpRequest | undefined> {
    const done = await this.asking.run(() => this.remote.change(() => call('certification', 'askForHelp', wanted)));
    if (done) runInAction(() => (this.asked = done.data.request));
    return done?.data.request;
  }

  async withdraw(id: string): Promise<boolean> {
    const withdraw = () => call('certification', 'withdrawHelp', { id });
    const done = await this.withdrawing.run(() => this.remote.change(withdraw));
    return done !== undefined;
  }

  clear() {
    this.asked = undefined;
    this.asking.forget();
    this.withdrawing.forget();
  }
}

export const help = new HelpStore();
