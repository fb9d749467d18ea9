import {
  countWrong,
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
  if (reservation.state !== 'granted') throw new Error(reservation.state);
  return reservation.lockout;
};
const wrong = (lockout: Lockout, at = now): Lockout => countWrong(reserved(lockout, at), at, at) ?? lockout;

describe('A10: wrong passwords', () => {
  test('the first leaves two tries, the second one', () => {
    const once = wrong(noTries);
    expect(once).toEqual({ round: 0, tries: 1 });
    expect(triesLeft(once)).toBe(2);
    expect(triesLeft(wrong(once))).toBe(1);
    expect(lockedUntil(wrong(once), now)).toBeUndefined();
  });

  test('the third wrong password locks until 2026-08-02 09:12', () => {
    expect(wrong(twice)).toEqual(locked);
  });

  test('while locked no try is granted, and none lengthens the lock', () => {
    for (const time of ['2026-08-01 09:12', '2026-08-01 21:00', '2026-08-02 09:11:59.999'])
      expect(reserveTry(locked, china(time))).toEqual({ state: 'locked', opensAt: china('2026-08-02 09:12') });
    expect(countWrong(locked, now, china('2026-08-01 21:00'))).toBeUndefined();
  });

  test('the lock opens by itself at 2026-08-02 09:12 sharp, and the count starts at 0', () => {
    const opened = china('2026-08-02 09:12');
    expect(lockedUntil(locked, opened)).toBeUndefined();
    expect(reserved(locked, opened)).toEqual({ round: 1, tries: 0, underWay: [opened] });
    expect(wrong(locked, opened)).toEqual({ round: 1, tries: 1 });
  });

  test('wrong tries are forgotten by nothing but a success or a lock', () => {
    expect(wrong(twice, china('2027-08-01 09:12')).tries).toBe(3);
  });

  test('a success sets the count back', () => {
    expect(setBack(twice)).toEqual({ round: 1, tries: 0 });
    expect(setBack(locked)).toEqual({ round: 1, tries: 0 });
  });

  test('a try of before the last success is none of the count after it', () => {
    expect(isOfThisRound(twice, locked)).toBe(true);
    expect(isOfThisRound(twice, setBack(locked))).toBe(false);
  });
});

describe('A10: a try that is being compared', () => {
  const three = reserved(reserved(reserved(noTries)));

  test('is not yet a wrong one: three of them lock nothing', () => {
    expect(three).toEqual({ round: 0, tries: 0, underWay: [now, now, now] });
    expect(triesLeft(three)).toBe(3);
    expect(lockedUntil(three, now)).toBeUndefined();
  });

  test.each([
    ['three under way', three],
    ['one wrong, two under way', reserved(reserved(wrong(noTries)))],
    ['two wrong, one under way', reserved(twice)],
  ])('leaves no room for a fourth: %s', (_what, lockout) => {
    expect(reserveTry(lockout, now)).toEqual({ state: 'full' });
  });

  test('makes room when it is right, or given back', () => {
    expect(reserveTry(setBack(three), now).state).toBe('granted');
    expect(giveBackTry(three, now)).toEqual({ round: 0, tries: 0, underWay: [now, now] });
    expect(giveBackTry(reserved(twice), now)).toEqual(twice);
  });

  test('makes none when it is wrong', () => {
    const one = countWrong(three, now, now);
    expect(one).toEqual({ round: 0, tries: 1, underWay: [now, now] });
    expect(reserveTry(one ?? noTries, now)).toEqual({ state: 'full' });
  });

  test('of a function that has died is given back after a minute: 09:12:59.999 not yet, 09:13 yes', () => {
    expect(reserveTry(three, china('2026-08-01 09:12:59.999'))).toEqual({ state: 'full' });
    const minute = china('2026-08-01 09:13');
    expect(reserved(three, minute)).toEqual({ round: 0, tries: 0, underWay: [minute] });
  });

  test('of a function that has died leaves the wrong ones counted', () => {
    expect(wrong(reserved(twice), china('2026-08-01 09:13'))).toMatchObject({ tries: 3 });
  });

  test('noted by a clock that was an hour ahead keeps nobody waiting for an hour', () => {
    const ahead = reserved(reserved(reserved(noTries, china('2026-08-01 10:12')), now), now);
    expect(ahead.underWay).toEqual([now, now]);
  });

  test('taken for lost and wrong after all is counted', () => {
    const minute = china('2026-08-01 09:13');
    expect(countWrong(reserved(three, minute), now, minute)).toEqual({ round: 0, tries: 1, underWay: [minute] });
  });
});
