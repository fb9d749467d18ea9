import {
  giveBackTry,
  isOfThisRound,
  lockedUntil,
  noTries,
  reserveTry,
  setBack,
  triesLeft,
} from '../../../cloudfunctions/core/domain/account/lockout';
import type { Lockout } from '../../../cloudfunctions/core/domain/documents/account';
import { china } from '../../support/world/outcomes';

const now = china('2026-08-01 09:12');
const twice: Lockout = { round: 0, tries: 2 };
const locked: Lockout = { round: 0, tries: 3, opensAt: china('2026-08-02 09:12') };

const reserved = (lockout: Lockout, at = now): Lockout => {
  const reservation = reserveTry(lockout, at);
  if (!reservation.granted) throw new Error('locked');
  return reservation.lockout;
};

describe('A10: wrong passwords', () => {
  test('the first leaves two tries, the second one', () => {
    const once = reserved(noTries);
    expect(triesLeft(once)).toBe(2);
    expect(triesLeft(reserved(once))).toBe(1);
    expect(lockedUntil(reserved(once), now)).toBeUndefined();
  });

  test('the third wrong password locks until 2026-08-02 09:12', () => {
    expect(reserved(twice)).toEqual(locked);
  });

  test('while locked no try is granted, and none lengthens the lock', () => {
    for (const time of ['2026-08-01 09:12', '2026-08-01 21:00', '2026-08-02 09:11:59.999'])
      expect(reserveTry(locked, china(time))).toEqual({ granted: false, opensAt: china('2026-08-02 09:12') });
  });

  test('the lock opens by itself at 2026-08-02 09:12 sharp, and the count starts at 0', () => {
    expect(lockedUntil(locked, china('2026-08-02 09:12'))).toBeUndefined();
    expect(reserved(locked, china('2026-08-02 09:12'))).toEqual({ round: 1, tries: 1 });
  });

  test('wrong tries are forgotten by nothing but a success or a lock', () => {
    expect(reserved(twice, china('2027-08-01 09:12')).tries).toBe(3);
  });

  test('a success sets the count back', () => {
    expect(setBack(twice)).toEqual({ round: 1, tries: 0 });
    expect(setBack(locked)).toEqual({ round: 1, tries: 0 });
  });

  test('a try that could not be judged is given back, and the lock with it if it was the third', () => {
    expect(giveBackTry(locked)).toEqual(twice);
    expect(giveBackTry(twice)).toEqual({ round: 0, tries: 1 });
    expect(giveBackTry(noTries)).toEqual(noTries);
  });

  test('a try of before the last success is none of the count after it', () => {
    expect(isOfThisRound(twice, locked)).toBe(true);
    expect(isOfThisRound(twice, setBack(locked))).toBe(false);
  });
});
