import type { Recipient } from '../../../cloudfunctions/core/domain/documents/roster';
import { follow, isOnRoster } from '../../../cloudfunctions/core/domain/roster/follow';
import { nameOn } from '../../../cloudfunctions/core/domain/roster/name';
import { wang } from '../../support/world/people';

const recipient: Recipient = {
  name: '杨君',
  idNumber: wang.idNumber,
  personKey: 'p',
  unit: { id: 'school-1', name: '第一中学' },
  payment: 'paid',
  monthlyAmount: 310_000,
};

describe('C3: what a recipient is called', () => {
  const corrected = { ...recipient, correctedName: { name: '杨军', from: '2026-08-02' } };

  test('a corrected name holds from its day on and not before', () => {
    expect(nameOn(corrected, '2026-08-01')).toBe('杨君');
    expect(nameOn(corrected, '2026-08-02')).toBe('杨军');
  });

  test('an entry counts from its first day to the day before its end', () => {
    const entry = { ...recipient, validFrom: '2026-08-02', validUntil: '2026-09-01' };
    expect(nameOn(entry, '2026-08-01')).toBeUndefined();
    expect(nameOn(entry, '2026-08-02')).toBe('杨君');
    expect(nameOn(entry, '2026-08-31')).toBe('杨君');
    expect(nameOn(entry, '2026-09-01')).toBeUndefined();
  });

  test('nobody has no name', () => expect(nameOn(undefined, '2026-08-01')).toBeUndefined());

  test('old registers’ dots, spaces and private code points come in their one form, the characters stay (rule A5)', () => {
    expect(nameOn({ ...recipient, name: ' 王\uE863 ' }, '2026-08-01')).toBe('王䶮');
    expect(nameOn({ ...recipient, name: '買買提．艾力' }, '2026-08-01')).toBe('買買提·艾力');
  });
});

describe('C3: a kept person follows the roster', () => {
  const kept = { name: '杨君', idNumber: wang.idNumber };

  test('once name and number have agreed, the number alone says who it is', () => {
    const agreed = follow(kept, '杨君', '2026-08-01');
    expect(agreed).toEqual({ ...kept, agreedOn: '2026-08-01' });
    expect(follow(agreed, '杨军', '2026-08-02')).toEqual({ ...kept, name: '杨军', agreedOn: '2026-08-01' });
  });

  test('a wrong name is nobody, and stays it when the roster changes to another one (rule C1)', () => {
    expect(follow(kept, '李强', '2026-08-01')).toBe(kept);
    expect(isOnRoster(kept, '李强')).toBe(false);
    expect(isOnRoster(kept, '李刚')).toBe(false);
  });

  test('whoever is on no roster any more is nobody', () => {
    expect(isOnRoster({ ...kept, agreedOn: '2026-08-01' }, undefined)).toBe(false);
  });

  test('takes the form of the roster (rule A5)', () => {
    expect(follow({ ...kept, name: '楊君' }, '杨君', '2026-08-01').name).toBe('杨君');
  });

  test('and is the same object where nothing changes, so that nothing is written', () => {
    const agreed = { ...kept, agreedOn: '2026-07-01' };
    expect(follow(agreed, '杨君', '2026-08-01')).toBe(agreed);
  });
});
