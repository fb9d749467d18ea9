import { makeAutoObservable } from 'mobx-miniprogram';
import { Attempt } from './attempt';
import { RemoteValue } from './remote-value';
import { call } from '../services/cloud';
import { MOST_CONTACTS } from '../shared/contract/family';
import type { Contact } from '../shared/contract/family';
import type { Input } from '../shared/contract/api';
import { accept } from '../shared/result';

/** The relatives on the account (rule D9). Nothing is shown before the server has said it. */
export class ContactsStore {
  readonly adding = new Attempt();
  readonly removing = new Attempt();
  private readonly remote = new RemoteValue(async () => {
    const answer = await call('account', 'listContacts', {});
    return answer.ok ? accept(answer.data.contacts) : answer;
  });

  constructor() {
    makeAutoObservable<this, 'remote'>(this, { adding: false, removing: false, remote: false });
  }

  /** Undefined until the server has answered. */
  get contacts(): readonly Contact[] | undefined {
    return this.remote.value;
  }

  get loading(): Attempt {
    return this.remote.asking;
  }

  /** Whether the account has as many as it may; false while that is not known. */
  get full(): boolean {
    return (this.contacts?.length ?? 0) >= MOST_CONTACTS;
  }

  byId(contactId: string): Contact | undefined {
    return this.contacts?.find(({ id }) => id === contactId);
  }

  async load(): Promise<void> {
    await this.remote.refresh();
  }

  /** Something has changed them elsewhere: an invitation that was accepted, a face that certified. */
  async reload(): Promise<void> {
    await this.remote.reload();
  }

  /** @returns the new contact, undefined where it was refused (see `adding.trouble`) */
  async add(person: Input<'account', 'addContact'>): Promise<Contact | undefined> {
    const done = await this.adding.run(() => this.remote.change(() => call('account', 'addContact', person)));
    return done?.data.contact;
  }

  async remove(contactId: string): Promise<boolean> {
    const remove = () => call('account', 'removeContact', { contactId });
    const done = await this.removing.run(() => this.remote.change(remove));
    return done !== undefined;
  }

  forgetTroubles() {
    this.adding.forget();
    this.removing.forget();
  }
}

export const contacts = new ContactsStore();
