import { randomUUID } from 'node:crypto';
import { assertDocument, fromText, toText, type Document } from './ejson';
import { CloudError } from '../errors';
import { duplicate, newId, type Store } from './store';

/** The platform aborts what is neither committed nor rolled back by then. */
const lifeMilliseconds = 30_000;

interface Transaction {
  /** Stored texts as they were when it began, of documents that others have changed since. */
  readonly past: Map<string, string | undefined>;
  readonly writes: Map<string, { collection: string; id: string; text: string | undefined }>;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

const keyOf = (collection: string, id: string): string => `${collection}/${id}`;

const conflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

/**
 * Snapshot isolation as MongoDB has it: a transaction reads the documents as they were when it began; the first to
 * write a document keeps it from the others, whose write is refused at once; a write outside waits for the end.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>();
  readonly #owners = new Map<string, Transaction>();

  constructor(
    private readonly store: Store,
    private readonly life = lifeMilliseconds,
  ) {
    store.onWrite = (collection, id, before) => {
      const key = keyOf(collection, id);
      for (const { past } of this.#open.values()) if (!past.has(key)) past.set(key, before);
    };
  }

  begin(): string {
    const id = randomUUID();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#open.set(id, { past: new Map(), writes: new Map(), ended, end });
    setTimeout(() => this.#close(id), this.life).unref();
    return id;
  }

  read(transactionId: string, collection: string, id: string): Document | undefined {
    const { past, writes } = this.#known(transactionId);
    const key = keyOf(collection, id);
    const own = writes.get(key);
    const current = this.store.textOf(collection, id);
    const text = own !== undefined ? own.text : past.has(key) ? past.get(key) : current;
    return text === undefined ? undefined : fromText(text);
  }

  /** @throws a conflict where another transaction has the document, or where it has changed since this one began */
  write(transactionId: string, collection: string, id: string, document: Document | undefined): void {
    const transaction = this.#known(transactionId);
    const key = keyOf(collection, id);
    const owner = this.#owners.get(key) ?? transaction;
    if (owner !== transaction || transaction.past.has(key)) throw conflict();
    if (document !== undefined) assertDocument(document);
    this.#owners.set(key, transaction);
    transaction.writes.set(key, { collection, id, text: document && toText(document) });
  }

  /** @returns the document's id, made where it had none */
  insert(transactionId: string, collection: string, document: Document): string {
    const id = newId(document);
    if (this.read(transactionId, collection, id) !== undefined) throw duplicate(collection, '_id_');
    this.write(transactionId, collection, id, { _id: id, ...document });
    return id;
  }

  /** A refused write ends the transaction, as in MongoDB. */
  attempt<T>(transactionId: string, work: () => T): T {
    try {
      return work();
    } catch (fault) {
      this.#close(transactionId);
      throw fault;
    }
  }

  commit(transactionId: string): void {
    const { writes } = this.#known(transactionId);
    this.#close(transactionId);
    this.store.atomically(() => {
      for (const { collection, id, text } of writes.values()) {
        this.store.put(collection, id, text === undefined ? undefined : fromText(text));
      }
    });
  }

  abort(transactionId: string): void {
    this.#known(transactionId);
    this.#close(transactionId);
  }

  /**
   * Acts once no transaction has any of the documents, in the same moment.
   * @param ids computed anew after each wait
   */
  async whenFree<T>(collection: string, ids: () => string[], act: () => T): Promise<T> {
    for (;;) {
      const owner = this.#ownerOf(collection, ids);
      if (owner === undefined) return act();
      await owner.ended;
    }
  }

  #ownerOf(collection: string, ids: () => string[]): Transaction | undefined {
    if (this.#owners.size === 0) return undefined;
    const owned = ids().find((id) => this.#owners.has(keyOf(collection, id)));
    return owned === undefined ? undefined : this.#owners.get(keyOf(collection, owned));
  }

  #known(id: string): Transaction {
    const transaction = this.#open.get(id);
    if (transaction !== undefined) return transaction;
    throw new CloudError(
      'DATABASE_TRANSACTION_NOT_EXIST',
      '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
    );
  }

  #close(id: string): void {
    const transaction = this.#open.get(id);
    if (transaction === undefined) return;
    this.#open.delete(id);
    for (const [key, owner] of this.#owners) if (owner === transaction) this.#owners.delete(key);
    transaction.end();
  }
}
