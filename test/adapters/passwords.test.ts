import { scryptSync } from 'node:crypto';
import { createPasswords } from '../../cloudfunctions/adapters/passwords/passwords';

/** Each hash costs 0.1 s of a free processor; nothing here is judged by the clock. */
jest.setTimeout(60_000);

const passwords = createPasswords();

/** A cheap hash in the stored form, as if the cost had been lower once. */
const storedWith = (password: string, cost: { N: number; r: number; p: number }) => {
  const salt = Buffer.alloc(16, 3);
  const hash = scryptSync(password, salt, 32, cost);
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
};

describe('a stored password (rule A7)', () => {
  it('matches itself and nothing near it', async () => {
    const stored = await passwords.hash('abcd1234');
    expect(await passwords.matches('abcd1234', stored)).toBe(true);
    for (const wrong of ['abcd1235', 'Abcd1234', 'abcd1234 ', '']) {
      expect(await passwords.matches(wrong, stored)).toBe(false);
    }
  });

  it('is scrypt with N of 32768 at least and a salt of its own', async () => {
    const [first, second] = await Promise.all([passwords.hash('abcd1234'), passwords.hash('abcd1234')]);
    expect(first).not.toBe(second);
    expect(Number(first.split('$')[1])).toBeGreaterThanOrEqual(32768);
    expect(first).not.toContain('abcd1234');
  });

  it('matches with the cost it was stored with', async () => {
    const stored = storedWith('abcd1234', { N: 1024, r: 8, p: 1 });
    expect(await passwords.matches('abcd1234', stored)).toBe(true);
    expect(await passwords.matches('abcd1235', stored)).toBe(false);
  });

  it('is a fault, not a mismatch, where it is damaged or asks for too much memory', async () => {
    const good = storedWith('abcd1234', { N: 1024, r: 8, p: 1 });
    const damaged = [
      '',
      'abcd1234',
      good.slice(0, -1),
      good.replace('scrypt', 'bcrypt'),
      good.replace('$1024$', '$0$'),
    ];
    for (const stored of [...damaged, good.replace('$1024$8$', '$1048576$32$')])
      await expect(passwords.matches('abcd1234', stored)).rejects.toThrow();
  });
});

describe('a missing password', () => {
  it('matches nothing', async () => {
    for (const password of ['', '\0'.repeat(8), 'abcd1234'])
      expect(await passwords.matches(password, undefined)).toBe(false);
  });

  it('costs the same work as a stored one', async () => {
    const stored = await passwords.hash('abcd1234');
    const work = async (against: string | undefined) => {
      const before = process.cpuUsage();
      for (let run = 0; run < 3; run++) await passwords.matches('abcd1234', against);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work(stored);
    const [known, missing] = [await work(stored), await work(undefined)];
    expect(missing / known).toBeGreaterThan(0.5);
  });
});
