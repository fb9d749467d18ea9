import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { call } from '../services/cloud';
import type { CertificationRecord } from '../shared/contract/certification';
import type { Input } from '../shared/contract/api';

/** The history of one person, a page at a time (rule D12). */
export class RecordsStore {
  /** Whose: a contact of the holder's; undefined is the holder. */
  contactId: string | undefined = undefined;
  /** Newest first; undefined until the server has answered. */
  items: readonly CertificationRecord[] | undefined = undefined;
  next: string | undefined = undefined;
  /** Replaced for every person, so that a late answer about the one before is ignored. */
  loading = new Attempt();

  constructor() {
    makeAutoObservable(this, { items: observable.ref, loading: observable.ref });
  }

  /** The first page of somebody's records. */
  async open(contactId?: string): Promise<void> {
    this.clear();
    this.contactId = contactId;
    await this.load();
  }

  /** The next page, or the same again after a fault. */
  async more(): Promise<void> {
    if (this.items === undefined || this.next !== undefined) await this.load();
  }

  clear() {
    this.contactId = undefined;
    this.items = undefined;
    this.next = undefined;
    this.loading = new Attempt();
  }

  private async load(): Promise<void> {
    const { loading, contactId, next } = this;
    const input: Input<'certification', 'records'> = {
      ...(contactId === undefined ? {} : { contactId }),
      ...(next === undefined ? {} : { next }),
    };
    const done = await loading.run(() => call('certification', 'records', input));
    if (!done || loading !== this.loading) return;
    runInAction(() => {
      this.items = [...(this.items ?? []), ...done.data.items];
      this.next = done.data.next;
    });
  }
}

export const records = new RecordsStore();
