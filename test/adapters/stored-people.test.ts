import { scryptSync } from 'node:crypto';
import type { Recipient } from '../../cloudfunctions/core/domain/documents/roster';
import type { Collection, Stored } from '../../cloudfunctions/core/ports/database';
import { createKeyedHash } from '../../cloudfunctions/adapters/cipher/keyed-hash';
import { createPasswords } from '../../cloudfunctions/adapters/passwords/passwords';
import { createStoredRoster } from '../../cloudfunctions/adapters/roster/stored-roster';
import type { StoredCard } from '../../cloudfunctions/adapters/social-security-cards/stored-cards';
import { createStoredCards } from '../../cloudfunctions/adapters/social-security-cards/stored-cards';

const idNumber = '610526184001010029';
const hash = createKeyedHash(Buffer.alloc(32, 7));

/** A collection that holds one document; nothing here writes. */
function holding<D>(idOfDocument: string, value: D): Collection<D> & { asked: string[] } {
  const refuse = () => Promise.reject(new Error('Nothing is written here.'));
  const asked: string[] = [];
  const get = (id: string): Promise<Stored<D> | undefined> => {
    asked.push(id);
    return Promise.resolve(id === idOfDocument ? { id, revision: 1, value } : undefined);
  };
  return { asked, get, create: refuse, put: refuse, replace: refuse, merge: refuse, remove: refuse };
}

/** At a low cost, so that the tests are quick; the cost is read from what is stored. */
function stored(password: string): string {
  const salt = Buffer.alloc(16, 1);
  const derived = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 });
  return `scrypt$1024$8$1$${salt.toString('base64url')}$${derived.toString('base64url')}`;
}

const cardsWith = (more: Partial<StoredCard> = {}) => {
  const card = { name: '王桂英', password: stored('123456'), activated: true, portrait: false, ...more };
  const cards = holding<StoredCard>(hash.of('id-number', idNumber), card);
  return { cards, service: createStoredCards({ cards, hash, passwords: createPasswords() }) };
};

describe('cards kept in the database (rule A13)', () => {
  it('give the name for the right password and nothing for a wrong one', async () => {
    const { service } = cardsWith();
    expect(await service.check(idNumber, '123456')).toEqual({ outcome: 'right', name: '王桂英' });
    expect(await service.check(idNumber, '123457')).toEqual({ outcome: 'wrong-password' });
  });

  it('say that they are not activated, and not whether the password would have been right', async () => {
    const { service } = cardsWith({ activated: false });
    for (const password of ['123456', '123457'])
      expect(await service.check(idNumber, password)).toEqual({ outcome: 'not-activated' });
  });

  it('are looked up by keyed hash, once, and unknown where there is none', async () => {
    const { service, cards } = cardsWith();
    expect(await service.check('61052618450312101X', '123456')).toEqual({ outcome: 'unknown' });
    expect(cards.asked).toEqual([hash.of('id-number', '61052618450312101X')]);
  });
});

describe('the roster', () => {
  it('gives the name that belongs to an ID number, found by its keyed hash', async () => {
    const person = hash.of('id-number', idNumber);
    const recipients = holding<Recipient>(person, {
      name: '王桂英',
      idNumber,
      personKey: person,
      unit: { id: 'u1', name: '县造纸厂' },
      payment: 'paid',
      monthlyAmount: 328_650,
    });
    const roster = createStoredRoster(recipients, hash);
    expect(await roster.nameOf(idNumber, '2026-08-01')).toBe('王桂英');
    expect(await roster.nameOf('61052618450312101X', '2026-08-01')).toBeUndefined();
  });
});
