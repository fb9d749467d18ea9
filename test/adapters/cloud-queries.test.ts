import { randomBytes } from 'node:crypto';
import { createCipher } from '../../cloudfunctions/adapters/cipher/cipher';
import type { CloudDatabase } from '../../cloudfunctions/adapters/cloud-database/database';
import { openDatabase } from '../../cloudfunctions/adapters/cloud-database/database';
import type { Cycle } from '../../cloudfunctions/core/domain/documents/cycle';
import { CYCLE_ID } from '../../cloudfunctions/core/domain/documents/cycle';
import type { TestCloud } from '../support/local-cloud';
import { startTestCloud } from '../support/local-cloud';
import { querySuite } from '../support/query-suite';

/** A whole cloud runs beside the tests; nothing here is judged by the clock. */
jest.setTimeout(60_000);

let cloud: TestCloud;
let opened: CloudDatabase;

beforeAll(async () => {
  cloud = await startTestCloud();
  Object.assign(process.env, cloud.sdkEnvironment());
  opened = openDatabase(createCipher({ current: 'k1', keys: { k1: randomBytes(48) } }));
});
afterAll(async () => {
  await cloud.close();
  // No query read more than it answers.
  expect(cloud.lines.filter((line) => line.includes('no index serves'))).toEqual([]);
});

querySuite('in the cloud', async () => opened);

test('the cycle comes with the recipient, and without one as well', async () => {
  const cycle: Cycle = {
    year: 2026,
    policy: 'natural-year',
    opensOn: '2026-06-03',
    deadline: '2026-07-31',
    firstUnpaidMonth: '2026-08',
    agency: { name: '县养老保险经办中心' },
  };
  expect(await opened.queries.recipientAndCycle('nobody')).toEqual({});
  await opened.collection<Cycle>('recipients').put(CYCLE_ID, cycle);
  expect(await opened.queries.recipientAndCycle('nobody')).toEqual({ cycle });
});
