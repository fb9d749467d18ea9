import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import type { Receipt } from '../shared/contract/certification';
import type { Output } from '../shared/contract/api';

/** The receipt on the screen (rule D8). */
export class ReceiptStore {
  receipt: Receipt | undefined = undefined;
  /** Replaced for every receipt, so that a late answer about the one before is ignored. */
  loading = new Attempt();

  constructor() {
    makeAutoObservable(this, { receipt: observable.ref, loading: observable.ref });
  }

  /** One that the server has just made. */
  accept(receipt: Receipt) {
    this.receipt = receipt;
    this.loading = new Attempt();
  }

  /** @param number 16 digits */
  async load(number: string): Promise<void> {
    if (this.receipt?.number === number) return;
    this.clear();
    const { loading } = this;
    const done = await loading.run(() => call('certification', 'receipt', { number }));
    if (done && loading === this.loading) runInAction(() => (this.receipt = done.data));
  }

  clear() {
    this.receipt = undefined;
    this.loading = new Attempt();
  }
}

export type Verdict = Output<'certification', 'verifyReceipt'>;

/** Whether somebody's receipt is genuine; needs no account and tells nothing about a person (rule D8). */
export class VerificationStore {
  number = '';
  verdict: Verdict | undefined = undefined;
  readonly asking = new Attempt();

  constructor() {
    makeAutoObservable(this, { verdict: observable.ref, asking: false });
  }

  type(number: string) {
    this.number = number;
    this.verdict = undefined;
    this.asking.forget();
  }

  /** @param number 16 digits */
  async verify(number: string): Promise<void> {
    this.type(number);
    const done = await this.asking.run(() => call('certification', 'verifyReceipt', { number }));
    if (done) runInAction(() => (this.verdict = done.data));
  }
}

export const receipts = new ReceiptStore();
export const verification = new VerificationStore();
