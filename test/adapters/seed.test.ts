import { randomBytes } from 'node:crypto';
import { createKeyedHash } from '../../cloudfunctions/adapters/cipher/keyed-hash';
import { createPasswords } from '../../cloudfunctions/adapters/passwords/passwords';
import type { TestCloud } from '../support/local-cloud';
import { startTestCloud } from '../support/local-cloud';

type Seeder = (event: unknown) => Promise<{ written: number }>;

let cloud: TestCloud;
let seed: Seeder;
const hashKey = randomBytes(32);

beforeAll(async () => {
  cloud = await startTestCloud();
  Object.assign(process.env, cloud.sdkEnvironment(), { HASH_KEY: hashKey.toString('base64') });
  // Reads the environment when it is loaded, as every function does.
  ({ main: seed } = await import('../../cloudfunctions/seed/index'));
});
afterAll(() => cloud.close());

const idNumber = '610526184001010029';
const id = createKeyedHash(hashKey).of('id-number', idNumber);
const cards = (value: object) => ({
  collection: 'socialSecurityCards',
  documents: [{ idOf: { purpose: 'id-number', value: idNumber }, value }],
});
const raw = (collection: string, documentId: string) =>
  cloud.store.find(collection, { _id: documentId }, { limit: 1 })[0];

describe('the seeder', () => {
  it('writes under the keyed hash, sealed, with the password as scrypt', async () => {
    expect(await seed(cards({ name: '王桂英', password: '123456', activated: true }))).toEqual({ written: 1 });
    const document = raw('socialSecurityCards', id) as { name: string; password: string; activated: boolean };
    expect(document.name).toMatch(/^s1\.k1\./);
    expect(document.activated).toBe(true);
    expect(await createPasswords().matches('123456', document.password)).toBe(true);
  });

  it('writes keyed hashes into fields, and behind one in an id what is to stand there', async () => {
    const number = { purpose: 'id-number', value: idNumber };
    const value = { period: '2025', at: new Date('2025-07-01T01:12:00.000Z') };
    const document = { idOf: { ...number, then: '.2025' }, hashes: { person: number }, value };
    expect(await seed({ collection: 'certifications', documents: [document] })).toEqual({ written: 1 });
    expect(raw('certifications', `${id}.2025`)).toMatchObject({ ...value, person: id });
  });

  it('writes over what it wrote before, and leaves what is not named', async () => {
    await seed({ collection: 'accounts', documents: [{ id: 'other', value: { name: '李德福' } }] });
    await seed({ collection: 'accounts', documents: [{ id: 'one', value: { name: '王桂英' } }] });
    await seed({ collection: 'accounts', documents: [{ id: 'one', value: { phone: '13800000001' } }] });
    expect(Object.keys(raw('accounts', 'one') ?? {}).sort()).toEqual(['_id', '_rev', 'phone']);
    expect(raw('accounts', 'other')).toBeDefined();
  });

  it.each([
    [{}],
    [{ collection: 'missing', documents: [] }],
    [{ collection: 'toString', documents: [] }],
    [{ collection: 'accounts', documents: [{ value: {} }] }],
    [{ collection: 'recipients', documents: [{ id: 'a', value: { payment: 'frozen' } }] }],
    [{ collection: 'accounts', documents: [{ idOf: { purpose: 'name', value: 'x' }, value: {} }] }],
  ])('refuses %j', async (event) => {
    await expect(seed(event)).rejects.toThrow();
  });
});
