import type { SdkDatabase } from '../../cloudfunctions/adapters/cloud-database/sdk';

interface Kept {
  readonly _id: string;
  readonly days: Record<string, number[]>;
}

/** What happens at a call: it comes to nothing, to the first document alone, or to all while its answer is lost. */
export type Fate = 'fails' | 'half' | 'answer lost';

interface Asked {
  readonly or?: readonly Record<string, unknown>[];
}
type Test = { neq: unknown } | { exists: boolean } | { in: readonly unknown[] };
type Change = { push: number } | { pull: number };

const isTest = (wanted: unknown): wanted is Test => typeof wanted === 'object' && wanted !== null;

const at = (document: Kept, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

function passes(value: unknown, wanted: unknown): boolean {
  const holds = (one: unknown) => value === one || (Array.isArray(value) && value.includes(one));
  if (!isTest(wanted)) return holds(wanted);
  if ('neq' in wanted) return !holds(wanted.neq);
  if ('exists' in wanted) return (value !== undefined) === wanted.exists;
  return wanted.in.includes(value);
}

const meets = (document: Kept, condition: Record<string, unknown>): boolean =>
  Object.entries(condition).every(([path, wanted]) => passes(at(document, path), wanted));

function applied(document: Kept, data: Record<string, unknown>): Kept {
  const days = { ...document.days };
  for (const [path, change] of Object.entries(data)) {
    const day = /^days\.(.+)$/.exec(path)?.[1];
    if (day === undefined) continue;
    const marks = days[day] ?? [];
    const made = change as Change;
    days[day] = 'push' in made ? [...marks, made.push] : marks.filter((mark) => mark !== made.pull);
  }
  return { ...document, days };
}

/**
 * The part of the SDK's database that daily counters use, as the platform keeps it: one document after the other, and
 * what is done when a call breaks off stays done.
 */
export class HalfDoneDatabase {
  /** What was called, oldest first. */
  readonly calls: string[] = [];
  private readonly documents = new Map<string, Kept>();
  private readonly fates: { call: string; fate: Fate }[] = [];
  private readonly interruptions: { call: string; by: () => Promise<unknown> }[] = [];

  /** Puts a counter there. */
  place(id: string, days: Kept['days']): void {
    this.documents.set(id, { _id: id, days });
  }

  /** How many tries a counter has taken on a day. */
  countOf(id: string, day: string): number {
    return this.documents.get(id)?.days[day]?.length ?? 0;
  }

  /** What becomes of the next call of this kind. */
  next(call: 'add' | 'update' | 'get', fate: Fate): void {
    this.fates.push({ call, fate });
  }

  /** What somebody else does just before the next call of this kind. */
  before(call: 'add' | 'update' | 'get', by: () => Promise<unknown>): void {
    this.interruptions.push({ call, by });
  }

  /** As the adapter sees it. */
  asSdk(): SdkDatabase {
    const command = {
      or: (or: Asked['or']) => ({ or }),
      neq: (neq: unknown) => ({ neq }),
      exists: (exists: boolean) => ({ exists }),
      in: (values: readonly unknown[]) => ({ in: values }),
      push: (push: number) => ({ push }),
      pull: (pull: number) => ({ pull }),
    };
    const collection = () => ({
      add: ({ data }: { data: Kept }) => this.add(data),
      where: (asked: Asked) => ({
        limit: () => ({ get: () => this.call('get', async () => ({ data: this.found(asked) })) }),
        update: ({ data }: { data: Record<string, unknown> }) => this.update(asked, data),
      }),
    });
    return { command, collection } as unknown as SdkDatabase;
  }

  private found(asked: Asked): Kept[] {
    const conditions = asked.or ?? [asked as Record<string, unknown>];
    return [...this.documents.values()].filter((document) => conditions.some((one) => meets(document, one)));
  }

  private add(document: Kept) {
    return this.call('add', async () => {
      if (this.documents.has(document._id)) throw Object.assign(new Error('E11000 duplicate key'), { code: -502001 });
      this.documents.set(document._id, document);
    });
  }

  private update(asked: Asked, data: Record<string, unknown>) {
    return this.call('update', async (most) => {
      const changed = this.found(asked).slice(0, most);
      for (const document of changed) this.documents.set(document._id, applied(document, data));
      return { stats: { updated: changed.length } };
    });
  }

  private async call<T>(name: 'add' | 'update' | 'get', work: (most: number) => Promise<T>): Promise<T> {
    this.calls.push(name);
    const interruption = this.interruptions.findIndex(({ call }) => call === name);
    if (interruption >= 0) await this.interruptions.splice(interruption, 1)[0]?.by();
    const place = this.fates.findIndex(({ call }) => call === name);
    const fate = place < 0 ? undefined : this.fates.splice(place, 1)[0]?.fate;
    if (fate === 'fails') throw new Error('The database request failed.');
    const answer = await work(fate === 'half' ? 1 : Infinity);
    if (fate) throw new Error('The database request timed out.');
    return answer;
  }
}
