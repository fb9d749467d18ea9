import type { Collection, Collections, Database, Stored } from '../../../cloudfunctions/core/ports/database';
import { DatabaseBusy } from '../../../cloudfunctions/core/ports/database';

/**
 * The database port in memory. It is as weak as the platform, so that what passes here may be trusted there: every call
 * yields, so that races really interleave; a transaction sees a snapshot and notices only that what it *writes* was
 * changed by others meanwhile, not that what it read was.
 */
type Name = keyof Collections;
type Documents = Map<string, Stored<object>>;

const names: Record<Name, true> = {
  accounts: true,
  alerts: true,
  captchas: true,
  cards: true,
  certifications: true,
  challenges: true,
  enrolments: true,
  helpRequests: true,
  holders: true,
  invitations: true,
  ledger: true,
  dailyCounters: true,
  phones: true,
  recipients: true,
  reviews: true,
  sessions: true,
  smsCodes: true,
  smsQuotas: true,
};

const MOST_ATTEMPTS = 10;

class Conflict extends Error {}

/** Lets everybody else who is waiting go first. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A copy, as a document comes back from the wire: nothing is shared, and there are no undefined fields. */
const copy = <D>(value: D): D => {
  const all = structuredClone(value) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(all).filter(([, field]) => field !== undefined)) as D;
};

/** Where a collection reads and writes: the store itself, or what a transaction sees of it. */
interface Shelf {
  get(id: string): Stored<object> | undefined;
  write(id: string, stored: Stored<object> | undefined): void;
  /** Ends the transaction, as a failed write does. */
  fail?(): void;
}

export class MemoryDatabase implements Database {
  private readonly store = new Map<Name, Documents>();
  private readonly locks = new Map<string, symbol>();
  private revision = 0;
  /** What was called, oldest first: `phones.get`; a transaction counts its beginning and its end as well. */
  readonly calls: string[] = [];

  readonly accounts = this.open<Collections['accounts']>('accounts');
  readonly alerts = this.open<Collections['alerts']>('alerts');
  readonly captchas = this.open<Collections['captchas']>('captchas');
  readonly cards = this.open<Collections['cards']>('cards');
  readonly certifications = this.open<Collections['certifications']>('certifications');
  readonly challenges = this.open<Collections['challenges']>('challenges');
  readonly enrolments = this.open<Collections['enrolments']>('enrolments');
  readonly helpRequests = this.open<Collections['helpRequests']>('helpRequests');
  readonly holders = this.open<Collections['holders']>('holders');
  readonly invitations = this.open<Collections['invitations']>('invitations');
  readonly ledger = this.open<Collections['ledger']>('ledger');
  readonly dailyCounters = this.open<Collections['dailyCounters']>('dailyCounters');
  readonly phones = this.open<Collections['phones']>('phones');
  readonly recipients = this.open<Collections['recipients']>('recipients');
  readonly reviews = this.open<Collections['reviews']>('reviews');
  readonly sessions = this.open<Collections['sessions']>('sessions');
  readonly smsCodes = this.open<Collections['smsCodes']>('smsCodes');
  readonly smsQuotas = this.open<Collections['smsQuotas']>('smsQuotas');

  /** All documents of a collection, for a test to look at; no call is counted. */
  contents<N extends Name>(name: N): NonNullable<Awaited<ReturnType<Collections[N]['get']>>>[] {
    const documents = [...this.documents(name).values()].map(copy);
    return documents as NonNullable<Awaited<ReturnType<Collections[N]['get']>>>[];
  }

  /** Writes past the port, at once; no call is counted. */
  place<N extends Name>(name: N, id: string, value: Parameters<Collections[N]['put']>[1]): void {
    this.documents(name).set(id, { id, revision: ++this.revision, value: copy(value) });
  }

  async transact<T>(work: (inside: Collections) => Promise<T>): Promise<T> {
    for (let tried = 1; tried <= MOST_ATTEMPTS; tried++) {
      try {
        return await this.attempt(work);
      } catch (fault) {
        if (!(fault instanceof Conflict)) throw fault;
        for (let turns = (this.revision % 7) * tried; turns > 0; turns--) await turn();
      }
    }
    throw new DatabaseBusy('Every attempt at the transaction met a conflict.');
  }

  private documents(name: Name): Documents {
    const documents: Documents = this.store.get(name) ?? new Map();
    this.store.set(name, documents);
    return documents;
  }

  private open<C>(name: Name): C {
    return this.collection(name, {
      get: (id) => this.documents(name).get(id),
      write: (id, stored) => void (stored ? this.documents(name).set(id, stored) : this.documents(name).delete(id)),
    }) as C;
  }

  private collection(name: Name, shelf: Shelf): Collection<object> {
    const call = async (method: string): Promise<void> => {
      this.calls.push(`${name}.${method}`);
      await turn();
    };
    const write = (id: string, value: object): Stored<object> => {
      const stored = { id, revision: ++this.revision, value: copy(value) };
      shelf.write(id, stored);
      return { ...stored, value: copy(value) };
    };
    const read = (id: string): Stored<object> | undefined => {
      const stored = shelf.get(id);
      return stored && { ...stored, value: copy(stored.value) };
    };
    return {
      get: async (id) => call('get').then(() => read(id)),
      put: async (id, value) => call('put').then(() => void write(id, value)),
      create: async (id, value) =>
        call('create').then(() => {
          if (shelf.get(id) === undefined) return write(id, value);
          shelf.fail?.();
          return undefined;
        }),
      merge: async (id, fields) =>
        call('merge').then(() => {
          const existing = read(id);
          if (existing) write(id, { ...existing.value, ...copy(fields) });
          return existing !== undefined;
        }),
      replace: async ({ id, revision }, value) =>
        call('replace').then(() => (shelf.get(id)?.revision === revision ? write(id, value) : undefined)),
      remove: async (id) =>
        call('remove').then(() => {
          const existed = shelf.get(id) !== undefined;
          if (existed) shelf.write(id, undefined);
          return existed;
        }),
    };
  }

  private async attempt<T>(work: (inside: Collections) => Promise<T>): Promise<T> {
    const key = Symbol('transaction');
    const seen = new Map([...Object.keys(names)].map((name) => [name, new Map(this.documents(name as Name))]));
    const written = new Map<string, { name: Name; id: string; stored: Stored<object> | undefined }>();
    const isChanged = (name: Name, id: string) =>
      this.documents(name).get(id)?.revision !== seen.get(name)?.get(id)?.revision;
    let hasFailed = false;
    const shelf = (name: Name): Shelf => ({
      fail: () => void (hasFailed = true),
      get: (id) => (written.has(`${name}/${id}`) ? written.get(`${name}/${id}`)?.stored : seen.get(name)?.get(id)),
      write: (id, stored) => {
        const place = `${name}/${id}`;
        if (hasFailed) throw new Error('The transaction is over: a write has failed.');
        if ((this.locks.get(place) ?? key) !== key || isChanged(name, id)) throw new Conflict();
        this.locks.set(place, key);
        written.set(place, { name, id, stored });
      },
    });
    const inside = Object.fromEntries(
      Object.keys(names).map((name) => [name, this.collection(name as Name, shelf(name as Name))]),
    );
    try {
      this.calls.push('begin');
      const result = await work(inside as unknown as Collections);
      this.calls.push(hasFailed ? 'abort' : 'commit');
      await turn();
      if (hasFailed) return result;
      const writes = [...written.values()];
      if (writes.some(({ name, id }) => isChanged(name, id))) throw new Conflict();
      for (const { name, id, stored } of writes)
        if (stored) this.documents(name).set(id, stored);
        else this.documents(name).delete(id);
      return result;
    } finally {
      for (const [place, holder] of this.locks) if (holder === key) this.locks.delete(place);
    }
  }
}
