import type { Certification } from '../../../cloudfunctions/core/domain/documents/certification';
import { certifyingWorld } from '../../support/world/certifying';
import { contact, someone } from '../../support/world/retirees';
import type { World } from '../../support/world/world';
import { li, wang } from '../../support/world/people';
import { china, codeOf, must } from '../../support/world/outcomes';

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2026-06-15 09:12');
  await world.enlist(wang);
  await world.enlist(li);
  await world.signIn('wang', wang, { contacts: [contact('c1', li, true)] });
});

async function certified(person: string, time: string, fields: Partial<Certification> = {}): Promise<Certification> {
  const at = china(time);
  const certification: Certification = {
    personKey: person,
    number: String(at.getTime()).padStart(16, '0'),
    period: time.slice(0, 4),
    method: 'self',
    at,
    until: `${Number(time.slice(0, 4)) + 1}-07-31`,
    name: wang.name,
    unitId: 'school-1',
    demonstration: false,
    ...fields,
  };
  await world.database.certifications.put(`${person}.${certification.period}`, certification);
  return certification;
}

describe('D12: records', () => {
  test('one’s own, newest first, by every method, with nobody’s name in them', async () => {
    const person = world.recipientId(wang);
    await certified(person, '2024-06-20 10:00', { method: 'counter' });
    await certified(person, '2025-12-31 23:59:59', { method: 'data-match' });
    await certified(world.recipientId(li), '2025-06-20 10:00');
    expect(must(await world.user('wang').records({}))).toEqual({
      items: [
        {
          number: expect.any(String),
          method: 'data-match',
          at: '2025-12-31T15:59:59.000Z',
          until: '2026-07-31',
          year: '2025',
        },
        {
          number: expect.any(String),
          method: 'counter',
          at: '2024-06-20T02:00:00.000Z',
          until: '2025-07-31',
          year: '2024',
        },
      ],
    });
  });

  test('the year is the CST one', async () => {
    await certified(world.recipientId(wang), '2026-01-01 00:00', { period: 'x' });
    expect(must(await world.user('wang').records({})).items[0]?.year).toBe('2026');
  });

  test('ten at a time, to the last one and no further', async () => {
    const years = Array.from({ length: 21 }, (_, index) => 2005 + index);
    for (const year of years) await certified(world.recipientId(wang), `${year}-06-20 10:00`);
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page = must(await world.user('wang').records(next === undefined ? {} : { next }));
      seen.push(...page.items.map(({ year }) => year));
      sizes.push(page.items.length);
      next = page.next;
    }
    expect(sizes).toEqual([10, 10, 1]);
    expect(seen).toEqual(years.reverse().map(String));
  });

  test('exactly ten are one page', async () => {
    for (let year = 2016; year < 2026; year++) await certified(world.recipientId(wang), `${year}-06-20 10:00`);
    expect(must(await world.user('wang').records({}))).not.toHaveProperty('next');
  });

  test('a mark that nobody was given is refused', async () => {
    for (const next of ['x y', '-1', 'zzzzzzzzzzzzzz', 'A'])
      expect(await world.user('wang').records({ next })).toMatchObject({
        code: 'BAD_INPUT',
        detail: { field: 'next' },
      });
  });

  test('of a contact who has agreed, and of no other', async () => {
    await certified(world.recipientId(li), '2025-06-20 10:00');
    expect(must(await world.user('wang').records({ contactId: 'c1' })).items).toHaveLength(1);
    await world.database.accounts.merge('account-of-wang', { contacts: [contact('c1', li)] });
    expect(codeOf(await world.user('wang').records({ contactId: 'c1' }))).toBe('CONTACT_NOT_CONSENTED');
    expect(codeOf(await world.user('wang').records({ contactId: 'c2' }))).toBe('CONTACT_NOT_FOUND');
  });

  test('C3: follow somebody whose number was corrected', async () => {
    await world.enlist(wang, { personKey: 'the first number' });
    await certified('the first number', '2025-06-20 10:00');
    expect(must(await world.user('wang').records({})).items).toHaveLength(1);
  });

  test('of a holder who is on no roster are empty', async () => {
    await world.signIn('daughter', someone(1));
    expect(must(await world.user('daughter').records({}))).toEqual({ items: [] });
  });

  test('need somebody signed in, and verified', async () => {
    expect(codeOf(await world.user('nobody').records({}))).toBe('NOT_SIGNED_IN');
    const { verified, ...unverified } = world.account('account-of-wang');
    await world.database.accounts.put('account-of-wang', unverified);
    expect(codeOf(await world.user('wang').records({}))).toBe('REAL_NAME_REQUIRED');
  });
});

describe('D8: a receipt', () => {
  test('is shown again to the holder, with the name masked', async () => {
    const { receipt } = must(await world.certify('wang', { self: true }));
    expect(must(await world.user('wang').receipt({ number: receipt?.number ?? '' }))).toEqual(receipt);
  });

  test('is shown to whoever made it, and to relatives to whom the person has agreed', async () => {
    await world.signIn('son', someone(1));
    await world.signIn('daughter', someone(2), { contacts: [contact('c', wang, true)] });
    await world.signIn('neighbour', someone(3), { contacts: [contact('c', wang)] });
    const { receipt } = must(await world.certify('son', { name: wang.name, idNumber: wang.idNumber }));
    const seen = async (openid: string) => codeOf(await world.user(openid).receipt({ number: receipt?.number ?? '' }));
    expect(await seen('son')).toBe('ok');
    expect(await seen('wang')).toBe('ok');
    expect(await seen('daughter')).toBe('ok');
    expect(await seen('neighbour')).toBe('RECEIPT_NOT_FOUND');
    expect(await seen('nobody')).toBe('NOT_SIGNED_IN');
  });

  test('C3: is shown to somebody whose number was corrected', async () => {
    await world.enlist(wang, { personKey: 'the first number' });
    const { number } = await certified('the first number', '2025-06-20 10:00');
    expect(codeOf(await world.user('wang').receipt({ number }))).toBe('ok');
  });

  test('that nobody was given is not found', async () => {
    expect(codeOf(await world.user('wang').receipt({ number: '0'.repeat(16) }))).toBe('RECEIPT_NOT_FOUND');
  });

  test('needs a verified holder', async () => {
    const { verified, ...unverified } = world.account('account-of-wang');
    await world.database.accounts.put('account-of-wang', unverified);
    expect(codeOf(await world.user('wang').receipt({ number: '0'.repeat(16) }))).toBe('REAL_NAME_REQUIRED');
  });
});

describe('D8: whoever scans a receipt', () => {
  test('learns that it is genuine and nothing about the person, signed in or not', async () => {
    const { number } = await certified('p', '2026-06-04 10:00', { method: 'relative', demonstration: true });
    expect(must(await world.user('nobody').verifyReceipt({ number }))).toEqual({
      genuine: true,
      method: 'relative',
      at: '2026-06-04T02:00:00.000Z',
      until: '2027-07-31',
      demonstration: true,
    });
  });

  test('learns that it is not', async () => {
    expect(must(await world.user('nobody').verifyReceipt({ number: '0'.repeat(16) }))).toEqual({ genuine: false });
  });
});
