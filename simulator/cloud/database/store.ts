import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { find, Query } from 'mingo';
import { assertDocument, fromText, toText, type Document } from './ejson';
import { cutOff, type GoesOn } from './bulk';
import { CloudError, requestFailed, writeRefused } from '../errors';
import { arrayKey, indexKey, valueAt } from './index-key';
import { keyExpression, narrow, type IndexedPaths } from './query';
import { updated } from './update-rules';

/** A collection as `cloudfunctions/database/collections.json` declares it. */
export interface CollectionDeclaration {
  indexes: { name: string; fields: [path: string, direction: 'asc' | 'desc'][]; unique?: boolean }[];
}

export interface FindOptions {
  /** 1 ascending, -1 descending. */
  order?: Record<string, number>;
  offset?: number;
  limit?: number;
  projection?: Document;
}

/** Called before a document changes. `before` is its stored text, undefined where there was none. */
export type WriteListener = (collection: string, id: string, before: string | undefined) => void;

/** Above this a query without an index is reported; the platform would be slow as well. */
const scanLimit = 1000;

/** Where a new demonstration needs more than the one before, its `done` is another one. */
const seedStates = ['none', 'begun', 'outdated', 'done'] as const;
type SeedState = (typeof seedStates)[number];

const table = (collection: string): string => `"${collection}"`;

interface Collection extends IndexedPaths {
  arrays: Set<string>;
  /** Those that may hold no array: it would need more than one key. */
  single: ReadonlySet<string>;
}

/**
 * Documents with MongoDB's meaning: SQLite keeps them and narrows by index, mingo judges. What is acknowledged is on
 * the disk (`synchronous = FULL`), and one process alone has the file.
 */
export class Store {
  onWrite: WriteListener = () => undefined;
  readonly #db: Database.Database;
  readonly #collections = new Map<string, Collection>();
  readonly #statements = new Map<string, Database.Statement<unknown[], { document: string }>>();
  readonly #reported = new Set<string>();
  readonly #log: (line: string) => void;

  /** @param file a path, or `:memory:` */
  constructor(file: string, declarations: Record<string, CollectionDeclaration>, log: (line: string) => void) {
    this.#log = log;
    this.#db = new Database(file);
    this.#db.pragma('locking_mode = EXCLUSIVE');
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.function('index_key', { deterministic: true }, (document: string, path: string) =>
      indexKey(valueAt(fromText(document), path)),
    );
    for (const [name, declaration] of Object.entries(declarations)) this.#declare(name, declaration);
  }

  /** How far the seeding came; kept with the documents. */
  get seedState(): SeedState {
    return seedStates[this.#db.pragma('user_version', { simple: true }) as number] ?? 'none';
  }

  set seedState(state: SeedState) {
    this.#db.pragma(`user_version = ${seedStates.indexOf(state)}`);
  }

  isEmpty(): boolean {
    return [...this.#collections.keys()].every((name) => this.#size(name) === 0);
  }

  /** The stored text, which is what the wire carries as well. */
  textOf(collection: string, id: string): string | undefined {
    this.#known(collection);
    return this.#prepare(`SELECT document FROM ${table(collection)} WHERE id = ?`).get(id)?.document;
  }

  find(collection: string, query: Document, options: FindOptions = {}): Document[] {
    const { offset = 0, limit = Infinity, projection } = options;
    const found: Document[] = [];
    let skipped = 0;
    if (limit <= 0) return found;
    for (const document of this.#matches(collection, query, options.order ?? {})) {
      if (skipped < offset) skipped += 1;
      else if (found.push(document) >= limit) break;
    }
    return projection === undefined ? found : find<Document>(found, {}, projection).all();
  }

  count(collection: string, query: Document): number {
    let total = 0;
    const matches = this.#matches(collection, query, {});
    while (matches.next().done !== true) total += 1;
    return total;
  }

  /**
   * One after the other, as MongoDB does: what comes before a refused one stays, and nothing after it is written.
   * @returns their ids, made where they had none
   */
  insert(collection: string, documents: readonly Document[], goesOn?: GoesOn): string[] {
    return this.#inOrder(documents, goesOn, (document) => {
      const id = newId(document);
      if (this.textOf(collection, id) !== undefined) throw duplicate(collection, '_id_');
      this.put(collection, id, { _id: id, ...document });
      return id;
    });
  }

  /** Writes the whole document, or removes it where `document` is undefined. */
  put(collection: string, id: string, document: Document | undefined): void {
    const before = this.textOf(collection, id);
    this.onWrite(collection, id, before);
    if (document === undefined) {
      this.#prepare(`DELETE FROM ${table(collection)} WHERE id = ?`).run(id);
      return;
    }
    assertDocument(document);
    this.#noteArrays(collection, document);
    const sql = `INSERT INTO ${table(collection)} (id, document) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET document = excluded.document`;
    try {
      this.#prepare(sql).run(id, toText(document));
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw cause;
      throw duplicate(collection, 'unique');
    }
  }

  /**
   * One document after the other, and not as a whole: what was changed before a refused one stays.
   * @returns how many documents changed; one that the update leaves as it was does not count
   */
  update(collection: string, query: Document, change: Document, limit = Infinity, goesOn?: GoesOn): number {
    const changed = this.#inOrder(this.find(collection, query, { limit }), goesOn, (document) => {
      const after = updated(document, change);
      if (toText(document) === toText(after)) return false;
      this.put(collection, String(after['_id']), after);
      return true;
    });
    return changed.filter(Boolean).length;
  }

  /** As `update`. @returns how many are gone */
  remove(collection: string, query: Document, limit = Infinity, goesOn?: GoesOn): number {
    const removed = this.#inOrder(this.find(collection, query, { limit }), goesOn, ({ _id }) =>
      this.put(collection, String(_id), undefined),
    );
    return removed.length;
  }

  /** Everything that `work` writes, or nothing where it throws. */
  atomically<T>(work: () => T): T {
    return this.#db.transaction(work)();
  }

  close(): void {
    this.#db.close();
  }

  /** What `act` has done before it refuses, or before the bound is reached, stays. */
  #inOrder<T>(documents: readonly Document[], goesOn: GoesOn | undefined, act: (document: Document) => T): T[] {
    const done: T[] = [];
    const faults: unknown[] = [];
    this.atomically(() => {
      try {
        for (const document of documents) {
          if (goesOn?.(done.length, documents.length) === false) throw cutOff();
          done.push(act(document));
        }
      } catch (fault) {
        faults.push(fault);
      }
    });
    if (faults.length > 0) throw faults[0];
    return done;
  }

  *#matches(name: string, query: Document, order: Record<string, number>): Generator<Document> {
    const collection = this.#known(name);
    const { conditions, parameters, fields, served } = narrow(query, collection);
    const [first] = Object.keys(order);
    if (Object.keys(order).some((path) => collection.arrays.has(path)))
      throw requestFailed('the simulator has no order over arrays');
    // Without an index, the whole collection is read before the first document is out.
    let visited = served || first === undefined || collection.leading.has(first) ? 0 : this.#size(name);
    if (visited > scanLimit) this.#report(name, fields, Object.keys(order));
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    const keys = Object.entries(order).map(([path, sign]) => `${keyExpression(path)}${sign < 0 ? ' DESC' : ''}`);
    const sorted = keys.length === 0 ? '' : ` ORDER BY ${keys.join(', ')}`;
    const test = judge(query);
    for (const row of this.#prepare(`SELECT document FROM ${table(name)}${where}${sorted}`).iterate(...parameters)) {
      visited += 1;
      if (visited === scanLimit + 1 && !served) this.#report(name, fields, Object.keys(order));
      const document = fromText(row.document);
      if (test(document)) yield document;
    }
  }

  #noteArrays(name: string, document: Document): void {
    const { indexed, single, arrays } = this.#known(name);
    for (const path of indexed) {
      if (!Array.isArray(valueAt(document, path))) continue;
      if (single.has(path)) throw requestFailed('the simulator has arrays in an index only where it begins with them');
      arrays.add(path);
    }
  }

  #size(collection: string): number {
    return this.#db
      .prepare(`SELECT count(*) FROM ${table(collection)}`)
      .pluck()
      .get() as number;
  }

  #report(collection: string, fields: string[], order: string[]): void {
    const by = `{${fields.sort().join(', ')}}${order.length === 0 ? '' : ` in the order of ${order.join(', ')}`}`;
    const line = `[database] no index serves ${collection} by ${by}: more than ${scanLimit} documents read`;
    if (!this.#reported.has(line)) this.#log(line);
    this.#reported.add(line);
  }

  #known(name: string): Collection {
    const collection = this.#collections.get(name);
    if (collection !== undefined) return collection;
    const message = `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`;
    throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', message);
  }

  #prepare(sql: string): Database.Statement<unknown[], { document: string }> {
    const known = this.#statements.get(sql) ?? this.#db.prepare<unknown[], { document: string }>(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #declare(name: string, { indexes }: CollectionDeclaration): void {
    if (!/^\w+$/.test(name)) throw new Error(`${name} is not a name for a collection`);
    this.#db.exec(
      `CREATE TABLE IF NOT EXISTS ${table(name)} (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID`,
    );
    const wanted = new Map(
      indexes.map((index) => {
        const keys = index.fields.map(([path, direction]) => `${keyExpression(path)} ${direction.toUpperCase()}`);
        const unique = index.unique === true ? 'UNIQUE ' : '';
        return [
          `${name}:${index.name}`,
          `CREATE ${unique}INDEX "${name}:${index.name}" ON ${table(name)} (${keys.join(', ')})`,
        ];
      }),
    );
    const there = this.#db
      .prepare<unknown[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
      )
      .all(name);
    for (const index of there) {
      if (wanted.get(index.name) === index.sql) wanted.delete(index.name);
      else this.#db.exec(`DROP INDEX "${index.name}"`);
    }
    for (const sql of wanted.values()) this.#db.exec(sql);
    const leading = indexes.flatMap(({ fields: [first] }) => first?.[0] ?? []);
    const others = indexes.flatMap(({ fields, unique }) => (unique === true ? fields : fields.slice(1)));
    const single = new Set(['_id', ...others.map(([path]) => path)]);
    this.#collections.set(name, {
      indexed: new Set([...leading, ...single]),
      leading: new Set(['_id', ...leading]),
      arrays: new Set(leading.filter((path) => !single.has(path) && this.#holdsArrays(name, path))),
      single,
    });
  }

  #holdsArrays(name: string, path: string): boolean {
    const sql = `SELECT 1 FROM ${table(name)} WHERE ${keyExpression(path)} = ? LIMIT 1`;
    return this.#db.prepare(sql).get(arrayKey) !== undefined;
  }
}

export const duplicate = (collection: string, index: string): CloudError =>
  writeRefused(`E11000 duplicate key error collection: ${collection} index: ${index} dup key`);

/** The document's own id, or a new one as the platform makes them. */
export function newId({ _id = randomBytes(16).toString('hex') }: Document): string {
  if (typeof _id !== 'string' || _id === '') throw requestFailed('the simulator knows ids that are strings only');
  return _id;
}

function judge(query: Document): (document: Document) => boolean {
  try {
    const judged = new Query(query);
    return (document) => judged.test(document);
  } catch (cause) {
    throw requestFailed(cause instanceof Error ? cause.message : 'the query is not understood');
  }
}
