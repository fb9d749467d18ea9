import { countFailure, isFailure, triesLeftOn } from '../../../cloudfunctions/core/domain/face-check/failed-faces';
import type { Account } from '../../../cloudfunctions/core/domain/documents/account';
import type { Certification } from '../../../cloudfunctions/core/domain/documents/certification';
import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import {
  afterCertifying,
  knownAs,
  mayCertify,
  peopleOf,
  withoutPerson,
} from '../../../cloudfunctions/core/domain/certification/people';
import { faceReasons } from '../../../miniprogram/shared/contract/identity';
import { wang } from '../../support/world/people';
import { china } from '../../support/world/outcomes';

describe('D5: what counts as a failed face', () => {
  test('what was done and who it is, not how good the picture was', () => {
    expect(faceReasons.filter((reason) => isFailure([reason]))).toEqual([
      'action-not-seen',
      'wrong-order',
      'not-neutral',
      'flat-picture',
      'stills-reused',
      'face-changed',
      'another-person',
      'unsure',
      'gentle-way',
    ]);
  });

  test('a dark picture beside another reason buys no further try', () => {
    expect(isFailure(['too-dark', 'another-person'])).toBe(true);
  });

  test('five a CST day, and none below none', () => {
    let recipient: Recipient = {
      ...wang,
      personKey: 'p',
      unit: { id: 'u', name: 'u' },
      payment: 'paid',
      monthlyAmount: 310_000,
      failedFaces: { day: '2026-06-14', count: 5 },
    };
    const left = [triesLeftOn(recipient, '2026-06-15')];
    for (let failed = 0; failed < 6; failed++) {
      recipient = countFailure(recipient, '2026-06-15');
      left.push(triesLeftOn(recipient, '2026-06-15'));
    }
    expect(left).toEqual([5, 4, 3, 2, 1, 0, 0]);
    expect(triesLeftOn(recipient, '2026-06-16')).toBe(5);
  });
});

describe('D11: whom an account has certified', () => {
  const now = china('2026-06-15 09:12');
  const account: Account = { sessionEpoch: 0, createdAt: now };
  const relative = (personKey: string) => ({ personKey, method: 'relative' as const });
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => relative(`p${index}`)).reduce(
      (all, who) => afterCertifying(all, who, now),
      account,
    );

  test('eight different people, each counted once; the holder is none of them', () => {
    expect(peopleOf(of(8), now)).toHaveLength(8);
    expect(mayCertify(of(7), relative('another'), now)).toBe(true);
    expect(mayCertify(of(8), relative('another'), now)).toBe(false);
    expect(mayCertify(of(8), relative('p3'), now)).toBe(true);
    expect(mayCertify(of(8), { personKey: 'another', method: 'self' }, now)).toBe(true);
    expect(afterCertifying(of(8), relative('p3'), now)).toEqual(of(8));
    expect(afterCertifying(account, { personKey: 'p', method: 'self' }, now)).toBe(account);
  });

  test('the year ends at 2026-12-31 23:59:59 China Standard Time', () => {
    expect(peopleOf(of(8), china('2026-12-31 23:59:59'))).toHaveLength(8);
    expect(peopleOf(of(8), china('2027-01-01 00:00'))).toEqual([]);
    expect(afterCertifying(of(8), relative('p'), china('2027-01-01 00:00')).people).toEqual({
      year: 2027,
      personKeys: ['p'],
    });
  });

  test('somebody whom another account was faster with is taken back', () => {
    expect(peopleOf(withoutPerson(of(3), 'p1'), now)).toEqual(['p0', 'p2']);
    expect(withoutPerson(account, 'p1')).toBe(account);
  });

  test('a face is known as another only by another person’s certification', () => {
    const earlier = (person: string, template?: string) =>
      ({ personKey: person, ...(template === undefined ? {} : { template }) }) as Certification;
    const isSame = (template: string) => template === 'mine';
    expect(knownAs('p1', [earlier('p1', 'mine'), earlier('p2', 'other'), earlier('p3')], isSame)).toBeUndefined();
    expect(knownAs('p1', [earlier('p1', 'mine'), earlier('p2', 'mine')], isSame)).toBe('p2');
  });
});
