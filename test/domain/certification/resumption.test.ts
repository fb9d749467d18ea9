import { payments } from '../../../cloudfunctions/core/domain/documents/roster';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { resumptionOf } from '../../../cloudfunctions/core/domain/certification/resumption';
import { cycleOf2026 } from '../../support/world/certifying';
import { wang } from '../../support/world/people';
import { china } from '../../support/world/outcomes';

const suspended: Recipient = {
  name: wang.name,
  idNumber: wang.idNumber,
  personKey: 'p',
  unit: { id: 'school-1', name: '第一中学' },
  payment: 'suspended-not-certified',
  monthlyAmount: 310_000,
};
const resumed = (time: string, fields: Partial<Recipient> = {}, cycle = cycleOf2026) =>
  resumptionOf({ ...suspended, ...fields }, cycle, 'a1', china(time));

describe('E3: a certification after the suspension', () => {
  test('on 2026-09-10: paid from October, August and September paid afterwards', () => {
    expect(resumed('2026-09-10 16:00')).toEqual({
      personKey: 'p',
      kind: 'resume',
      cause: 'certification',
      actor: 'a1',
      at: china('2026-09-10 16:00'),
      paidFrom: '2026-10',
      backPay: { from: '2026-08', to: '2026-09' },
      monthlyAmount: 310_000,
    });
  });

  test('on the day after the deadline, 2026-08-01: August alone is paid afterwards', () => {
    expect(resumed('2026-08-01 00:00')).toMatchObject({
      paidFrom: '2026-09',
      backPay: { from: '2026-08', to: '2026-08' },
    });
  });

  test('the month is the CST one, over the turn of the year too', () => {
    expect(resumed('2026-12-31 23:59:59')).toMatchObject({ paidFrom: '2027-01', backPay: { to: '2026-12' } });
    expect(resumed('2027-01-01 00:00')).toMatchObject({ paidFrom: '2027-02', backPay: { to: '2027-01' } });
  });

  test('nothing is paid afterwards where no month was missed', () => {
    expect(resumed('2026-07-31 12:00')).not.toHaveProperty('backPay');
    const { firstUnpaidMonth, ...without } = cycleOf2026;
    expect(resumed('2026-09-10 16:00', {}, without)).not.toHaveProperty('backPay');
  });

  test('somebody suspended under an earlier cycle gets every month since', () => {
    expect(resumed('2026-06-15 09:00', { unpaidFrom: '2025-08' })).toMatchObject({
      backPay: { from: '2025-08', to: '2026-06' },
    });
  });

  test.each(payments.filter((payment) => payment !== 'suspended-not-certified'))(
    '%s: there is nothing to resume',
    (payment) => {
      expect(resumed('2026-09-10 16:00', { payment })).toBeUndefined();
    },
  );
});
