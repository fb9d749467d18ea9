import path from 'node:path';
import { Store } from '../../simulator/cloud/database/store';
import {
  connectSdk,
  startTestCloud,
  type SdkCollection,
  type SdkDatabase,
  type TestCloud,
} from '../support/local-cloud';
import { makeScratch } from '../support/scratch';

const indexed = (name: string, field: string, unique = false) => ({
  indexes: [{ name, fields: [[field, 'asc']] as [string, 'asc'][], unique }],
});

let cloud: TestCloud;
let db: SdkDatabase;
let people: SdkCollection;
let command: SdkDatabase['command'];

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      people: { indexes: [] },
      cards: indexed('number', 'number', true),
      visits: indexed('at', 'at'),
      notes: indexed('tags', 'tags'),
    },
  });
  db = connectSdk(cloud).database();
  command = db.command;
  people = db.collection('people');
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const name of ['people', 'cards', 'visits', 'notes']) await db.collection(name).where({}).remove();
});

describe('an index', () => {
  const instant = (minute: number) => new Date(Date.UTC(2026, 7, 1, 0, minute));

  test('orders and bounds dates before and after 1970, and never mixes types', async () => {
    const visits = db.collection('visits');
    const at = [new Date(-1e12), new Date(-1), instant(0), instant(1), 5, 'text', null];
    await visits.add({ data: at.map((value, index) => ({ _id: String(index), at: value })) });
    const found = async (condition: unknown) =>
      (await visits.where({ at: condition }).orderBy('at', 'asc').get()).data.map(({ _id }) => _id);
    expect(await found(command['lt']?.(instant(1)))).toEqual(['0', '1', '2']);
    expect(await found(command['gte']?.(new Date(-1)))).toEqual(['1', '2', '3']);
    expect(await found(command['lte']?.(5))).toEqual(['4']);
    expect((await visits.orderBy('at', 'desc').get()).data.map(({ _id }) => _id)).toEqual([...'3210546']);
  });

  test('finds an array by one of its elements, and what is no array besides', async () => {
    const notes = db.collection('notes');
    const tags = [['a', 'b'], ['b'], 'b', [], 'c', null];
    await notes.add({ data: tags.map((value, index) => ({ _id: String(index), tags: value })) });
    const found = async (condition: unknown) =>
      (await notes.where({ tags: condition }).get()).data.map(({ _id }) => String(_id)).sort();
    expect(await found('b')).toEqual(['0', '1', '2']);
    expect(await found(command['in']?.(['a', 'c']))).toEqual(['0', '4']);
    expect(await found(command['gte']?.('b'))).toEqual(['0', '1', '2', '4']);
  });

  test('has no order over arrays, and none that are unique, and says so', async () => {
    const notes = db.collection('notes');
    await notes.add({ data: { tags: [1, 2] } });
    await expect(notes.orderBy('tags', 'asc').get()).rejects.toThrow('over arrays');
    await expect(db.collection('cards').add({ data: { number: [1, 2] } })).rejects.toThrow('arrays');
  });

  test('serves a choice of conditions where it serves each of them, and reports a scan where it does not', async () => {
    const visits = db.collection('visits');
    const many = Array.from({ length: 1001 }, (_, index) => ({ _id: String(index), at: index, name: `人${index}` }));
    for (const from of [0, 500, 1000]) await visits.add({ data: many.slice(from, from + 500) });
    const before = cloud.lines.length;
    const find = async (...conditions: Record<string, unknown>[]) => {
      const either = command['or']?.(conditions) as Record<string, unknown>;
      return (await visits.where(either).orderBy('at', 'desc').get()).data.map(({ _id }) => _id);
    };
    expect(await find({ at: 7, name: '人7' }, { at: command['gte']?.(1000) }, { _id: '3' })).toEqual([
      '1000',
      '7',
      '3',
    ]);
    expect(cloud.lines.slice(before)).toEqual([]);
    expect(await find({ at: 7 }, { name: '人8' })).toEqual(['8', '7']);
    expect(cloud.lines.slice(before)).toEqual([expect.stringContaining('visits by {at, name}')]);
  });

  test('that is missing is reported by names alone once more than 1000 documents are read', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({ name: `人${index}`, at: instant(index) }));
    await people.add({ data: many });
    await db.collection('visits').add({ data: many });
    const before = cloud.lines.length;
    const reports = () => cloud.lines.slice(before).filter((line) => line.includes('no index serves'));
    await db
      .collection('visits')
      .where({ at: command['gte']?.(instant(0)) })
      .count();
    await db.collection('visits').where({ _id: 'x', name: '人7' }).get();
    expect(reports()).toEqual([]);
    await people.where({ name: '人7', at: instant(7) }).count();
    expect(reports()).toEqual([expect.stringContaining('people by {at, name}')]);
    expect(reports().join()).not.toContain('人7');
    await db.collection('visits').orderBy('at', 'desc').limit(1).get();
    await people.orderBy('name', 'asc').limit(1).get();
    expect(reports().slice(1)).toEqual([expect.stringContaining('people by {} in the order of name')]);
  });

  test('that is declared later serves what was there before; one that is not declared any more is gone', () => {
    const scratch = makeScratch('cloud-index');
    const file = path.join(scratch.folder, 'database.sqlite');
    const lines: string[] = [];
    const open = (...fields: string[]) => {
      const indexes = fields.map((field) => ({ name: field, fields: [[field, 'asc']] as [string, 'asc'][] }));
      return new Store(file, { people: { indexes } }, (line) => lines.push(line));
    };
    const count = (store: Store) => {
      const total = store.count('people', { name: '7' });
      store.close();
      return total;
    };
    const first = open('age');
    first.insert(
      'people',
      Array.from({ length: 1001 }, (_, index) => ({ name: String(index), age: index })),
    );
    first.close();
    expect(count(open('name'))).toBe(1);
    expect(lines).toEqual([]);
    expect(count(open('age'))).toBe(1);
    expect(lines).toHaveLength(1);
    scratch.remove();
  });
});
