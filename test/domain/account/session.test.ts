import { newAccount } from '../../../cloudfunctions/core/domain/account/account';
import {
  isAlive,
  isUseToBeNoted,
  newSession,
  withSessionsEnded,
} from '../../../cloudfunctions/core/domain/account/session';
import { china } from '../../support/world/outcomes';

const account = newAccount({}, china('2026-07-01 08:00'));

describe('A14: a session', () => {
  const session = newSession({ accountId: 'a', sessionEpoch: 0 }, china('2026-08-01 09:12'));

  test('lasts 30 days without use, and one hour more, for a use that was not noted', () => {
    expect(isAlive(session, account, china('2026-08-31 09:12'))).toBe(true);
    expect(isAlive(session, account, china('2026-08-31 10:11:59.999'))).toBe(true);
    expect(isAlive(session, account, china('2026-08-31 10:12'))).toBe(false);
  });

  test('never ends less than 30 days after its last use, whenever that was', () => {
    const start = china('2026-08-01 09:12').getTime();
    for (let minutes = 0; minutes < 240; minutes++) {
      const use = new Date(start + minutes * 60_000);
      const noted = isUseToBeNoted(session, use) ? { ...session, usedAt: use } : session;
      expect(isAlive(noted, account, new Date(use.getTime() + 30 * 86_400_000 - 1))).toBe(true);
    }
  });

  test('has its use noted at most once an hour', () => {
    expect(isUseToBeNoted(session, china('2026-08-01 10:11:59.999'))).toBe(false);
    expect(isUseToBeNoted(session, china('2026-08-01 10:12'))).toBe(true);
  });

  test('is over once the account’s sessions were ended, and one that begins then is good, whatever the clocks say', () => {
    const ended = withSessionsEnded(account);
    const next = newSession({ accountId: 'a', sessionEpoch: ended.sessionEpoch }, china('2026-08-01 09:11:54'));
    expect(isAlive(session, ended, china('2026-08-01 09:13'))).toBe(false);
    expect(isAlive(next, ended, china('2026-08-01 09:13'))).toBe(true);
    expect(isAlive(next, account, china('2026-08-01 09:13'))).toBe(false);
  });
});
