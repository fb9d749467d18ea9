import { fromWire, toText, type Document } from './ejson';
import { halfOnly, withinTime, type GoesOn } from './bulk';
import { requestFailed } from '../errors';
import type { Store } from './store';
import { Transactions } from './transactions';
import { updated } from './update-rules';

/** What the SDK sends of the database, as far as the product uses it. */
export interface DatabaseRequest {
  collectionName: string;
  queryType?: 'DOC' | 'WHERE';
  query?: string;
  order?: string;
  projection?: string;
  offset?: number;
  limit?: number;
  /** An array of documents for an insert. */
  data?: string | string[];
  multi?: boolean;
  /** True changes a document by operators, false writes it whole. */
  merge?: boolean;
  transactionId?: string;
  /** Set by the simulator alone: half of the documents are written, then the call fails. */
  half?: boolean;
}

/** The `database.…` actions of the wire. */
export class DatabaseActions {
  readonly #transactions: Transactions;

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {
    this.#transactions = new Transactions(store);
  }

  async insert(request: DatabaseRequest): Promise<object> {
    const { collectionName, data, transactionId } = request;
    if (!Array.isArray(data)) throw requestFailed('data must be an array of documents');
    const documents = data.map((text) => this.#parse(text));
    if (transactionId === undefined) {
      const ids = documents.flatMap(({ _id }) => (typeof _id === 'string' ? [_id] : []));
      const insertedIds = () => this.store.insert(collectionName, documents, goesOnOf(request));
      return { insertedIds: await this.#transactions.whenFree(collectionName, () => ids, insertedIds) };
    }
    return this.#transactions.attempt(transactionId, () => ({
      insertedIds: documents.map((document) => this.#transactions.insert(transactionId, collectionName, document)),
    }));
  }

  get(request: DatabaseRequest): object {
    // The SDK itself says 100 where the caller is silent, and 1000 where the caller asks for more.
    const { collectionName, queryType, transactionId, offset = 0, limit = 1000 } = request;
    const query = this.#parse(request.query);
    if (transactionId !== undefined) {
      const document = this.#transactions.read(transactionId, collectionName, idOf(request, query));
      return { list: document === undefined ? [] : [toText(document)], offset: 0, limit: 1 };
    }
    const options = {
      order: this.#parse(request.order) as Record<string, number>,
      offset,
      limit: queryType === 'DOC' ? 1 : limit,
      ...(request.projection === undefined ? {} : { projection: this.#parse(request.projection) }),
    };
    const list = this.store.find(collectionName, query, options).map(toText);
    return { list, offset, limit: options.limit };
  }

  count({ collectionName, query }: DatabaseRequest): object {
    return { total: this.store.count(collectionName, this.#parse(query)) };
  }

  async modify(request: DatabaseRequest): Promise<object> {
    const { collectionName, merge, multi, transactionId, data } = request;
    if (typeof data !== 'string') throw requestFailed('data must be one update');
    const query = this.#parse(request.query);
    const change = this.#parse(data);
    if (transactionId !== undefined) {
      return this.#transactions.attempt(transactionId, () => this.#modifyInside(transactionId, request, query, change));
    }
    if (merge !== true) return this.#whenFree(request, query, () => this.#setOutside(request, query, change));
    const limit = multi === true ? Infinity : 1;
    const count = await this.#whenFree(request, query, () =>
      this.store.update(collectionName, query, change, limit, goesOnOf(request)),
    );
    return { updated: count, upsert_id: null };
  }

  #setOutside(request: DatabaseRequest, query: Document, change: Document): object {
    const { collectionName } = request;
    const id = idOf(request, query);
    const before = this.store.textOf(collectionName, id);
    const after = { _id: id, ...change };
    this.store.atomically(() => this.store.put(collectionName, id, after));
    return {
      updated: Number(before !== undefined && before !== toText(after)),
      upsert_id: before === undefined ? id : null,
    };
  }

  async remove(request: DatabaseRequest): Promise<object> {
    const { collectionName, multi, transactionId } = request;
    const query = this.#parse(request.query);
    if (transactionId === undefined) {
      const limit = multi === true ? Infinity : 1;
      const remove = () => this.store.remove(collectionName, query, limit, goesOnOf(request));
      return { deleted: await this.#whenFree(request, query, remove) };
    }
    return this.#transactions.attempt(transactionId, () => {
      const id = idOf(request, query);
      if (this.#transactions.read(transactionId, collectionName, id) === undefined) return { deleted: 0 };
      this.#transactions.write(transactionId, collectionName, id, undefined);
      return { deleted: 1 };
    });
  }

  /** The id stands beside `data` in the answer. */
  begin(): { transactionId: string } {
    return { transactionId: this.#transactions.begin() };
  }

  commit({ transactionId = '' }: DatabaseRequest): object {
    this.#transactions.commit(transactionId);
    return {};
  }

  abort({ transactionId = '' }: DatabaseRequest): object {
    this.#transactions.abort(transactionId);
    return {};
  }

  #modifyInside(transactionId: string, request: DatabaseRequest, query: Document, change: Document): object {
    const { collectionName, merge } = request;
    const id = idOf(request, query);
    const before = this.#transactions.read(transactionId, collectionName, id);
    if (merge === true && before === undefined) return { updated: 0, upsert_id: null };
    const after = merge === true && before !== undefined ? updated(before, change) : { _id: id, ...change };
    this.#transactions.write(transactionId, collectionName, id, after);
    return { updated: Number(before !== undefined), upsert_id: before === undefined ? id : null };
  }

  #whenFree<T>(request: DatabaseRequest, query: Document, act: () => T): Promise<T> {
    const { collectionName, queryType } = request;
    const matching = (): string[] => this.store.find(collectionName, query).map(({ _id }) => String(_id));
    const ids = queryType === 'DOC' ? () => [idOf(request, query)] : matching;
    return this.#transactions.whenFree(collectionName, ids, act);
  }

  #parse(text: string | undefined): Document {
    return text === undefined ? {} : fromWire(text, this.now());
  }
}

const goesOnOf = ({ half }: DatabaseRequest): GoesOn => (half === true ? halfOnly : withinTime());

function idOf({ queryType }: DatabaseRequest, query: Document): string {
  const id = query['_id'];
  if (queryType !== 'DOC') throw requestFailed('a transaction, and a write of a whole document, go by doc() alone');
  if (typeof id !== 'string' || id === '') throw requestFailed('the simulator knows ids that are strings only');
  return id;
}
