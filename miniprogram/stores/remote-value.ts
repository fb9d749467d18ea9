import { makeAutoObservable, observable, reaction, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { session } from './session';
import type { Answer } from '../shared/phone-fault';

const currentHolder = (): string => {
  const { me } = session;
  return me?.signedIn ? JSON.stringify([me.name, me.phone, me.idNumber]) : '';
};

/** A value that the server knows, for the person who is signed in; it is forgotten when somebody else signs in. */
export class RemoteValue<T> {
  /** Undefined until the server has answered. */
  value: T | undefined = undefined;
  /** Replaced after every change, so that an answer that was on its way before is ignored. */
  asking = new Attempt();

  constructor(private readonly ask: () => Promise<Answer<T>>) {
    makeAutoObservable<this, 'ask'>(this, { value: observable.ref, asking: observable.ref, ask: false });
    reaction(currentHolder, () => this.forget());
  }

  async refresh(): Promise<void> {
    const { asking } = this;
    const done = await asking.run(this.ask);
    if (done && asking === this.asking) runInAction(() => (this.value = done.data));
  }

  /**
   * Asks again after a change at the server. The old value stays until the new answer is there, and is
   * forgotten where no answer comes.
   */
  async reload(): Promise<void> {
    const asking = this.startAnew();
    await this.refresh();
    if (asking === this.asking && asking.trouble) runInAction(() => (this.value = undefined));
  }

  /** Makes a change and then asks for the value again: whoever waits for the change sees its effect. */
  async change<A>(change: () => Promise<Answer<A>>): Promise<Answer<A>> {
    const answer = await change();
    if (answer.ok) await this.reload();
    return answer;
  }

  forget() {
    this.value = undefined;
    this.startAnew();
  }

  private startAnew(): Attempt {
    this.asking = new Attempt();
    return this.asking;
  }
}
