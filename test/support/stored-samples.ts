import type { Account, PhoneLogin, Session, SmsCode } from '../../cloudfunctions/core/domain/documents/account';
import type { Stored } from '../../cloudfunctions/core/ports/database';

const at = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00.000+08:00`);

export const account: Account = {
  name: '𬱖·"$set".阿',
  idNumber: '61052618450312101X',
  agreedOn: '2026-08-01',
  phone: '13800000002',
  verified: { by: 'card', at: at('2026-08-01 09:12') },
  sessionEpoch: 0,
  createdAt: new Date('2026-08-01T01:12:00.123Z'),
};
export const unlocked: PhoneLogin = { lockout: { round: 0, tries: 0 } };
export const locked: PhoneLogin = {
  accountId: 'a1',
  sessionEpoch: 1,
  password: 'scrypt$1',
  lockout: { round: 1, tries: 3, opensAt: at('2026-08-02 09:12'), underWay: [at('2026-08-01 09:12')] },
};
export const session: Session = { accountId: 'a1', sessionEpoch: 0, usedAt: at('2026-08-01 10:12') };
export const smsCode: SmsCode = { purpose: 'reset', codeHash: 'h', wrongTries: 0, expiresAt: at('2026-08-01 09:17') };

export const present = <D>(stored: Stored<D> | undefined): Stored<D> => {
  if (!stored) throw new Error('The document is not there.');
  return stored;
};
export const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
