import { account } from '../../copy/account';
import type { PageName } from '../../services/navigation';
import type { Me } from '../../shared/contract';

export interface AccountTile {
  readonly id: string;
  readonly icon: string;
  readonly text: string;
  readonly note: string;
  readonly page: PageName;
  readonly query: Readonly<Record<string, string>>;
}

const tile = (page: PageName, icon: string, text: string, note = '', query = {}): AccountTile => ({
  id: page,
  icon,
  text,
  note,
  page,
  query,
});

const textSize = tile('text-size', 'letters', account.textSize);
const privacy = tile('privacy', 'shield', account.privacy);

const password = (hasPassword: boolean) =>
  hasPassword
    ? tile('change-password', 'key', account.changePassword)
    : tile('change-password', 'key', account.setPassword, account.setPasswordNote);

/** What this person can do here now: nothing that would only be refused (an account without a phone can't have a password). */
export const accountTiles = (me: Me | undefined): AccountTile[] => {
  if (!me?.signedIn) return [textSize, privacy];
  const close = tile('close-account', 'remove', account.closeAccount);
  if (me.phone === undefined) {
    const bind = tile('bind-phone', 'phone', account.bindPhone, '', { purpose: 'bindCard', step: 'phone' });
    return [bind, textSize, privacy, close];
  }
  const changePhone = tile('bind-phone', 'phone', account.changePhone, '', { purpose: 'changePhone', step: 'phone' });
  return [textSize, password(me.hasPassword), changePhone, privacy, close];
};

export interface Holder {
  readonly name: string;
  readonly phone: string;
}

/** Who holds the account, in the words of the page; undefined while nobody is signed in. */
export const holderOf = (me: Me | undefined): Holder | undefined =>
  me?.signedIn ? { name: me.name ?? account.noName, phone: me.phone ?? account.noPhone } : undefined;
