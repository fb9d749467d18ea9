import { makeAutoObservable, observable, reaction, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { session } from './session';
import type { Answer } from '../shared/phone-fault';

const holder = (): string => {
  const { me } = session;
  return me?.signedIn ? JSON.stringify([me.name, me.phone, me.idNumber]) : '';
};

/** What the server has told the person who holds the phone; it is forgotten as soon as somebody else does. */
export class Told<T> {
  /** Undefined until the server has told. */
  value: T | undefined = undefined;
  /** Another one whenever something has changed: an answer that was on its way before counts no more. */
  asking = new Attempt();

  constructor(private readonly ask: () => Promise<Answer<T>>) {
    makeAutoObservable<this, 'ask'>(this, { value: observable.ref, asking: observable.ref, ask: false });
    reaction(holder, () => this.forget());
  }

  async refresh(): Promise<void> {
    const { asking } = this;
    const done = await asking.run(this.ask);
    if (done && asking === this.asking) runInAction(() => (this.value = done.data));
  }

  /**
   * Something has changed at the server. What was told before stays to be seen until the new answer is there, and is
   * forgotten where none comes.
   */
  async refreshAnew(): Promise<void> {
    const asking = this.askAnew();
    await this.refresh();
    if (asking === this.asking && asking.trouble) runInAction(() => (this.value = undefined));
  }

  /** A change, and then what the server tells after it: whoever waits for the one sees the other. */
  async change<A>(change: () => Promise<Answer<A>>): Promise<Answer<A>> {
    const answer = await change();
    if (answer.ok) await this.refreshAnew();
    return answer;
  }

  forget() {
    this.value = undefined;
    this.askAnew();
  }

  private askAnew(): Attempt {
    this.asking = new Attempt();
    return this.asking;
  }
}
