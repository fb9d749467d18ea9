import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import { certifyingWorld, cycleOf2026 } from '../../support/world/certifying';
import type { World } from '../../support/world/world';
import { wang } from '../../support/world/people';
import { codeOf, must, tally } from '../../support/world/outcomes';

const cycleOf2027: Cycle = {
  ...cycleOf2026,
  year: 2027,
  opensOn: '2027-06-03',
  deadline: '2027-07-31',
  firstUnpaidMonth: '2027-08',
};
const suspended = { payment: 'suspended-not-certified', unpaidFrom: '2026-08' } as const;

let world: World;
beforeEach(async () => {
  world = certifyingWorld('2027-02-10 09:12');
  await world.enlist(wang, suspended);
  await world.signIn('wang', wang);
});
const certify = () => world.certify('wang', { self: true });
const idsOf = (name: 'certifications' | 'ledger') => world.database.contents(name).map(({ id }) => id);

describe('C2: late for 2026, on 2027-02-10', () => {
  test.each([
    ['while the cycle of 2026 is still the current one', cycleOf2026],
    ['while that of 2027 has not begun', cycleOf2027],
  ])('resumes the pension and certifies for 2027, %s', async (_when, cycle) => {
    world.queries.cycle = cycle;
    const { receipt } = must(await certify());
    expect(receipt).toMatchObject({ until: '2028-07-31' });
    expect(await world.recipient(wang)).toMatchObject({
      payment: 'paid',
      last: { period: '2027', until: '2028-07-31' },
    });
    const person = world.recipientId(wang);
    expect(idsOf('certifications')).toEqual([`${person}.2027`]);
    expect(idsOf('ledger')).toEqual([`${person}.resume.2027`]);
    expect(world.database.contents('ledger')[0]?.value.backPay).toEqual({ from: '2026-08', to: '2027-02' });
    expect(must(await world.user('wang').records({})).items).toMatchObject([{ year: '2027', until: '2028-07-31' }]);
  });

  test('is asked for nothing more when 2027 is open, and may not certify again (D3)', async () => {
    must(await certify());
    world.queries.cycle = cycleOf2027;
    world.at('2027-06-10 09:12');
    await world.joinAccount('wang', 'account-of-wang');
    expect(must(await world.user('wang').eligibility({ self: true }))).toMatchObject({
      state: 'already-certified',
      until: '2028-07-31',
    });
    expect(codeOf(await world.user('wang').startCertification({ self: true, way: 'actions' }))).toBe(
      'ALREADY_CERTIFIED',
    );
  });

  test('on two phones at once makes one certification, for 2027 (D3)', async () => {
    await world.joinAccount('daughter', 'account-of-wang');
    const tries = [await world.begin('wang', { self: true }), await world.begin('daughter', { self: true })] as const;
    const results = await Promise.all([
      world.user('wang').finishCertification(tries[0]),
      world.user('daughter').finishCertification(tries[1]),
    ]);
    expect(tally(results)).toEqual({ ok: 1, ALREADY_CERTIFIED: 1 });
    expect(idsOf('certifications')).toEqual([`${world.recipientId(wang)}.2027`]);
  });
});

describe('C2: over the turn of the year', () => {
  test('a face begun in 2026 and decided in 2027 certifies for 2027', async () => {
    world.at('2026-12-31 23:59:30');
    const begun = await world.begin('wang', { self: true });
    world.at('2027-01-01 00:00:30');
    must(await world.user('wang').finishCertification(begun));
    expect(idsOf('certifications')).toEqual([`${world.recipientId(wang)}.2027`]);
  });

  test('one of December and one of the next year stand beside each other', async () => {
    world.at('2026-12-31 10:00');
    must(await certify());
    world.queries.cycle = cycleOf2027;
    world.at('2027-06-03 10:00');
    await world.joinAccount('wang', 'account-of-wang');
    must(await certify());
    const person = world.recipientId(wang);
    expect(idsOf('certifications').sort()).toEqual([`${person}.2026`, `${person}.2027`]);
    expect(must(await world.user('wang').records({})).items.map(({ year }) => year)).toEqual(['2027', '2026']);
  });
});
