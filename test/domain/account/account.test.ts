import {
  isLoginOf,
  isReachedByCard,
  leftBehind,
  meOf,
  newAccount,
  newLogin,
  withoutPhone,
} from '../../../cloudfunctions/core/domain/account/account';
import { noTries } from '../../../cloudfunctions/core/domain/account/lockout';
import { china } from '../../support/world/outcomes';

const now = china('2026-08-01 09:12');

test('an account shows its holder the name in full, phone and number masked', () => {
  const account = newAccount({ name: '王桂英', idNumber: '610526184001010029', phone: '13800000001' }, now);
  expect(meOf(account, true)).toStrictEqual({
    signedIn: true,
    name: '王桂英',
    idNumber: '610526**********29',
    phone: '138****0001',
    verified: false,
    hasPassword: true,
    faceConsent: false,
  });
});

test('B1: an account opened by a card counts as verified and is reached by it', () => {
  const account = newAccount({ name: '王桂英', verified: { by: 'card', at: now } }, now);
  expect(meOf(account, false)).toStrictEqual({
    signedIn: true,
    name: '王桂英',
    verified: true,
    hasPassword: false,
    faceConsent: false,
  });
  expect(isReachedByCard(account)).toBe(true);
  expect(isReachedByCard(newAccount({ verified: { by: 'face', at: now } }, now))).toBe(false);
});

test('A12: an account that lost its number keeps everything else', () => {
  const account = newAccount({ name: '王桂英', phone: '13800000001' }, now);
  expect(withoutPhone(account)).toStrictEqual(newAccount({ name: '王桂英' }, now));
});

test('A10: what goes leaves its wrong tries and those under way behind, and nothing where there are none', () => {
  const lockout = { round: 4, tries: 3, opensAt: china('2026-08-02 09:12') };
  expect(leftBehind({ lockout })).toStrictEqual({ lockout });
  const compared = { round: 4, tries: 0, underWay: [now] };
  expect(leftBehind({ lockout: compared })).toStrictEqual({ lockout: compared });
  expect(leftBehind({ lockout: { round: 4, tries: 0 } })).toBeUndefined();
});

test('A11: a proven phone starts without wrong tries, in a round of its own', () => {
  expect(newLogin({ accountId: 'a', sessionEpoch: 0 }, 'hash', undefined).lockout).toEqual(noTries);
  expect(
    newLogin({ accountId: 'a', sessionEpoch: 0 }, 'hash', { lockout: { round: 4, tries: 3, opensAt: now } }).lockout,
  ).toEqual({
    round: 5,
    tries: 0,
  });
});

test('a phone that nobody signs in by is nobody’s', () => {
  expect(isLoginOf({ accountId: 'a', lockout: noTries }, 'a')).toBe(true);
  expect(isLoginOf({ accountId: 'a', lockout: noTries }, 'b')).toBe(false);
  expect(isLoginOf({ lockout: noTries }, 'a')).toBe(false);
  expect(isLoginOf(undefined, 'a')).toBe(false);
});
