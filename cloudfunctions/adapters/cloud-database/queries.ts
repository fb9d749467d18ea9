import type { Certification } from '../../core/domain/documents/certification';
import type { Cycle } from '../../core/domain/documents/cycle';
import type { Enrolment } from '../../core/domain/documents/identity';
import type { Recipient } from '../../core/domain/documents/roster';
import type { StoredHelp } from '../../core/domain/documents/help';
import { CYCLE_ID } from '../../core/domain/documents/cycle';
import type { Queries } from '../../core/ports/queries';
import type { Stored } from '../../core/ports/database';
import type { CollectionName } from '../../database/collections';
import { toStored } from './collection';
import { createDailyCounters } from './daily-counters';
import type { Sealing } from './sealing';
import type { SdkCondition, SdkDatabase, SdkQuery } from './sdk';

/** Answers by declared indexes. What comes back is limited here: the platform's own limit is another one (100). */
export function openQueries(database: SdkDatabase, sealing: Sealing): Queries {
  const { command } = database;
  const find = async <D>(name: CollectionName, query: SdkQuery, most: number): Promise<Stored<D>[]> => {
    const { data } = await query.limit(most).get();
    return data.map((document) => toStored<D>(sealing, name, String(document['_id']), document));
  };
  const certifications = (condition: SdkCondition, most: number) => {
    const newestFirst = database.collection('certifications').where(condition).orderBy('at', 'desc');
    return find<Certification>('certifications', newestFirst, most);
  };

  return {
    countDaily: createDailyCounters(database),

    async recipientAndCycle(id) {
      const both = database.collection('recipients').where({ _id: command.in([id, CYCLE_ID]) });
      const found = await find<Recipient | Cycle>('recipients', both, 2);
      const recipient = found.find((document) => document.id === id) as Stored<Recipient> | undefined;
      const cycle = found.find((document) => document.id === CYCLE_ID) as Stored<Cycle> | undefined;
      return { ...(recipient && { recipient }), ...(cycle && { cycle: cycle.value }) };
    },

    recipientsOf: (ids) =>
      find<Recipient>('recipients', database.collection('recipients').where({ _id: command.in([...ids]) }), ids.length),

    certificationsOf: (personKey, most, before) =>
      certifications({ personKey, ...(before && { at: command.lt(before) }) }, most),

    certificationsBy: (accountId, wechatUserKey, since, most) => {
      const at = command.gte(since);
      return certifications(
        command.or([
          { accountId, at },
          { wechatUserKey, at },
        ]),
        most,
      );
    },

    certificationByNumber: async (number) => {
      const [found] = await find<Certification>(
        'certifications',
        database.collection('certifications').where({ number }),
        1,
      );
      return found;
    },

    enrolmentsOf: (accountId, most) =>
      find<Enrolment>('enrolments', database.collection('enrolments').where({ accountId }), most),

    helpAskedBy: (accountId, most) => {
      const newestFirst = database
        .collection('helpRequests')
        .where({ askerAccountIds: accountId })
        .orderBy('askedAt', 'desc');
      return find<StoredHelp>('helpRequests', newestFirst, most);
    },
  };
}
