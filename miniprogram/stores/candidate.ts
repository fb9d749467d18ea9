import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import type { Eligibility } from '../shared/contract/certification';
import type { PersonRef } from '../shared/contract/person-ref';

/**
 * Who is to be certified, from the choice to the result; also whom help is asked for, after a face that failed. A page
 * finds them here and not in its address (rule H2).
 */
export class CandidateStore {
  whom: PersonRef | undefined = undefined;
  /** As typed; kept so that a mistake is mended and not typed anew. */
  name = '';
  idNumber = '';
  found: Eligibility | undefined = undefined;
  /** Replaced for every other person, so that a late answer about the one before is ignored. */
  looking = new Attempt();

  constructor() {
    makeAutoObservable(this, { whom: observable.ref, found: observable.ref, looking: observable.ref });
  }

  /** The holder, or a contact of theirs. */
  choose(whom: { self: true } | { contactId: string }) {
    this.clear();
    this.whom = whom;
  }

  type(name: string, idNumber: string) {
    this.forgetAnswer();
    this.name = name;
    this.idNumber = idNumber;
    this.whom = undefined;
  }

  /** Somebody whose name and number were typed, with the digits and letters that were meant. */
  confirmTyped(name: string, idNumber: string, asOnCard = false) {
    this.forgetAnswer();
    this.whom = { name, idNumber, ...(asOnCard && { asOnCard }) };
  }

  /** Asks whether this person may certify (rule C1). @returns whether the server has answered */
  async look(): Promise<boolean> {
    const { whom } = this;
    if (whom === undefined) return false;
    const looking = new Attempt();
    this.looking = looking;
    const done = await looking.run(() => call('certification', 'eligibility', whom));
    if (looking !== this.looking) return false;
    runInAction(() => (this.found = done?.data));
    return done !== undefined;
  }

  /** Back to what was typed. */
  forgetAnswer() {
    this.found = undefined;
    this.looking = new Attempt();
  }

  clear() {
    this.whom = undefined;
    this.name = '';
    this.idNumber = '';
    this.forgetAnswer();
  }
}

export const candidate = new CandidateStore();
