import type { ChinaDay } from '../../../miniprogram/shared/china-time';
import type { DailyCounter } from '../../core/domain/documents/daily-counters';
import type { DailyMost, Queries } from '../../core/ports/queries';
import { isDuplicateKey } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { SdkDatabase } from './sdk';

/** A document that counts, and how many tries of a day it takes. */
interface Counter {
  readonly id: string;
  readonly most: number;
}

/** One try that is being counted. */
interface Counting {
  readonly database: SdkDatabase;
  readonly day: ChinaDay;
  /** The try's own number: a counter that has it does not take it again, however often it is asked. */
  readonly mark: number;
}

const collectionOf = ({ database }: Counting) => database.collection('dailyCounters');
const fieldOf = ({ day }: Counting): string => `days.${day}`;

/**
 * Each counter is judged and changed by the platform in one step, so that nothing beyond the last one passes. Several of
 * them are not one step: some may be changed and others not.
 * @returns how many have taken the try by this
 */
async function countOn(counting: Counting, counters: readonly Counter[]): Promise<number> {
  const { command } = counting.database;
  const field = fieldOf(counting);
  const withRoom = counters.map(({ id, most }) => ({
    _id: id,
    [field]: command.neq(counting.mark),
    [`${field}.${most - 1}`]: command.exists(false),
  }));
  const { stats } = await collectionOf(counting)
    .where(command.or(withRoom))
    .update({ data: { [field]: command.push(counting.mark), [REVISION]: nextRevision() } });
  return stats.updated;
}

/** The marks of the day, by the id of the counter; nothing where there is no such document. */
async function marksOf(counting: Counting, counters: readonly Counter[]): Promise<Map<unknown, readonly number[]>> {
  const ids = counters.map(({ id }) => id);
  const { data } = await collectionOf(counting)
    .where({ _id: counting.database.command.in(ids) })
    .limit(ids.length)
    .get();
  const documents = data as unknown as (DailyCounter & { readonly _id: string })[];
  return new Map(documents.map(({ _id, days }) => [_id, days[counting.day] ?? []]));
}

/** One document in one call: of several in one call the platform may write the first and not the second. */
async function addCounted(counting: Counting, { id }: Counter): Promise<boolean> {
  const value: DailyCounter = { days: { [counting.day]: [counting.mark] } };
  try {
    await collectionOf(counting).add({ data: { ...value, _id: id, [REVISION]: nextRevision() } });
    return true;
  } catch (fault) {
    if (isDuplicateKey(fault)) return false;
    throw fault;
  }
}

/** Whether one counter has taken the try, now or before. @param marks as they stood; undefined without a document */
async function countOnOne(
  counting: Counting,
  counter: Counter,
  marks: readonly number[] | undefined,
): Promise<boolean> {
  if (marks?.includes(counting.mark)) return true;
  if (marks && marks.length >= counter.most) return false;
  if (!marks && (await addCounted(counting, counter))) return true;
  return (await countOn(counting, [counter])) === 1;
}

/** By its own mark, so that whatever others have counted since stays. */
async function takeBack(counting: Counting, counters: readonly Counter[]): Promise<void> {
  const { command } = counting.database;
  const field = fieldOf(counting);
  await collectionOf(counting)
    .where({ _id: command.in(counters.map(({ id }) => id)), [field]: counting.mark })
    .update({ data: { [field]: command.pull(counting.mark), [REVISION]: nextRevision() } });
}

/** @returns whether all have taken the try; where not, some may have */
async function countOnAll(counting: Counting, counters: readonly Counter[]): Promise<boolean> {
  if ((await countOn(counting, counters)) === counters.length) return true;
  const marks = await marksOf(counting, counters);
  for (const counter of counters) if (!(await countOnOne(counting, counter, marks.get(counter.id)))) return false;
  return true;
}

/** Cut off half way, a try counts on neither. */
async function countOrTakeBack(counting: Counting, counters: readonly Counter[]): Promise<boolean> {
  let isCounted = false;
  try {
    isCounted = await countOnAll(counting, counters);
    return isCounted;
  } finally {
    if (!isCounted) await takeBack(counting, counters);
  }
}

/**
 * Counts a try on an account and a WeChat user: one call, a look and one more for each that has never counted before.
 * @rule C4
 */
export const createDailyCounters =
  (database: SdkDatabase): Queries['countDaily'] =>
  (accountId: string, wechatUserKey: string, day: ChinaDay, most: DailyMost) =>
    countOrTakeBack({ database, day, mark: nextRevision() }, [
      { id: accountId, most: most.account },
      { id: wechatUserKey, most: most.wechatUser },
    ]);
