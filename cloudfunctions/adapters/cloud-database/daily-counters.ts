import type { ChinaDay } from '../../../miniprogram/shared/china-time';
import type { DailyCounter } from '../../core/domain/documents/daily-counters';
import type { Queries } from '../../core/ports/queries';
import { DatabaseBusy } from '../../core/ports/database';
import { isDuplicateKey } from './platform-faults';
import { nextRevision, REVISION } from './revision';
import type { SdkDatabase } from './sdk';

/** More than two phones and a few hurried taps can be at one account at the same moment. */
const MOST_ATTEMPTS = 10;

/** A document that counts, and how many look-ups of a day it takes. */
interface Counter {
  readonly id: string;
  readonly most: number;
}

/** How many of the counters had something left, and the revision that they carry now. */
interface Counted {
  readonly times: number;
  readonly revision: number;
}

/** Each counter is judged and changed by the platform in one step, so that no look-up beyond the last one passes. */
async function countOnAll(database: SdkDatabase, counters: readonly Counter[], day: ChinaDay): Promise<Counted> {
  const { command } = database;
  const field = `days.${day}`;
  const revision = nextRevision();
  // `not` lets a day pass that has no count yet.
  const withRest = counters.map(({ id, most }) => ({ _id: id, [field]: command.not(command.gte(most)) }));
  const { stats } = await database
    .collection('dailyCounters')
    .where(command.or(withRest))
    .update({ data: { [field]: command.inc(1), [REVISION]: revision } });
  return { times: stats.updated, revision };
}

/** Where somebody has counted on it since, the one look-up too many stays. */
async function takeBack(database: SdkDatabase, ids: string[], day: ChinaDay, { revision }: Counted): Promise<void> {
  const { command } = database;
  await database
    .collection('dailyCounters')
    .where({ _id: command.in(ids), [REVISION]: revision })
    .update({ data: { [`days.${day}`]: command.inc(-1), [REVISION]: nextRevision() } });
}

async function missingOf(database: SdkDatabase, ids: string[]): Promise<string[]> {
  const there = database.collection('dailyCounters').where({ _id: database.command.in(ids) });
  const { data } = await there.limit(ids.length).get();
  return ids.filter((id) => !data.some(({ _id }) => _id === id));
}

/** @returns false where somebody was faster with one of them */
async function addCounted(database: SdkDatabase, ids: string[], day: ChinaDay): Promise<boolean> {
  const value: DailyCounter = { days: { [day]: 1 } };
  try {
    await database
      .collection('dailyCounters')
      .add({ data: ids.map((id) => ({ ...value, _id: id, [REVISION]: nextRevision() })) });
    return true;
  } catch (fault) {
    if (isDuplicateKey(fault)) return false;
    throw fault;
  }
}

/** @returns undefined where a counter came into being meanwhile */
async function attempt(
  database: SdkDatabase,
  counters: readonly Counter[],
  day: ChinaDay,
): Promise<boolean | undefined> {
  const ids = counters.map(({ id }) => id);
  const counted = await countOnAll(database, counters, day);
  if (counted.times === counters.length) return true;
  const missing = await missingOf(database, ids);
  const isSpent = counted.times + missing.length < counters.length;
  if (!isSpent && (await addCounted(database, missing, day))) return true;
  if (counted.times > 0) await takeBack(database, ids, day, counted);
  return isSpent ? false : undefined;
}

/**
 * Counts a look-up on an account and a phone at once: one call, three where one of them has never counted before.
 * @rule C4
 */
export const createDailyCounters =
  (database: SdkDatabase): Queries['countToday'] =>
  async (accountId, wechatUserKey, day, most) => {
    const counters = [
      { id: accountId, most: most.account },
      { id: wechatUserKey, most: most.wechatUser },
    ];
    for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
      const answer = await attempt(database, counters, day);
      if (answer !== undefined) return answer;
    }
    throw new DatabaseBusy('The counters of a look-up came into being again and again.');
  };
