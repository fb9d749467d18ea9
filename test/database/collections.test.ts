import * as v from 'valibot';
import { collections } from '../../cloudfunctions/database/collections';

const field = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z.]*$/));
const declaration = v.strictObject({
  sealed: v.array(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]*$/))),
  indexes: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
      fields: v.pipe(v.array(v.tuple([field, v.picklist(['asc', 'desc'])])), v.minLength(1)),
      unique: v.exactOptional(v.boolean()),
    }),
  ),
});

describe('the declared collections', () => {
  it.each(Object.entries(collections))('%s follows the form that deployment and simulator read', (_name, declared) => {
    expect(v.is(declaration, declared)).toBe(true);
  });

  it.each(Object.entries(collections))(
    '%s has its index names once and at most the 20 of the platform',
    (_n, { indexes }) => {
      expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
      expect(indexes.length).toBeLessThanOrEqual(20);
    },
  );

  it.each(Object.entries(collections))('%s has no index on a sealed field: it would find nothing', (_n, declared) => {
    const indexed = declared.indexes.flatMap(({ fields }) => fields.map(([name]) => name));
    expect(indexed.filter((name) => declared.sealed.includes(name))).toEqual([]);
  });

  it('seals names, ID numbers and phones wherever they stand (rule H2)', () => {
    expect(collections.accounts.sealed).toEqual(expect.arrayContaining(['name', 'idNumber', 'phone']));
    expect(collections.recipients.sealed).toEqual(expect.arrayContaining(['name', 'idNumber']));
    expect(collections.socialSecurityCards.sealed).toEqual(expect.arrayContaining(['name']));
  });
});
