import { account } from '../../copy/account';
import type { PageName } from '../../services/navigation';
import type { Me } from '../../shared/contract/account';

/** What a press on a tile does here, instead of leading to a page. */
export type TileAction = 'take-back-consent';

export interface AccountTile {
  readonly id: string;
  readonly icon: string;
  readonly text: string;
  readonly note: string;
  readonly page: PageName | TileAction;
  readonly query: Readonly<Record<string, string>>;
}

const tile = (page: PageName | TileAction, icon: string, text: string, note = '', query = {}): AccountTile => ({
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

/** Agreeing to face processing, or taking it back (rule B2). */
const faceConsent = (given: boolean) =>
  given
    ? tile('take-back-consent', 'face', account.takeBackConsent, account.takeBackConsentNote)
    : tile('consent', 'face', account.giveConsent, account.giveConsentNote, { next: 'account' });

/** What this person can do here now: nothing that would only be refused (an account without a phone can't have a password). */
export const accountTiles = (me: Me | undefined): AccountTile[] => {
  if (!me?.signedIn) return [textSize, privacy];
  const close = tile('close-account', 'remove', account.closeAccount);
  if (me.phone === undefined) {
    const bind = tile('bind-phone', 'phone', account.bindPhone, '', { purpose: 'bindCard', step: 'phone' });
    return [bind, textSize, faceConsent(me.faceConsent), privacy, close];
  }
  const changePhone = tile('bind-phone', 'phone', account.changePhone, '', { purpose: 'changePhone', step: 'phone' });
  return [textSize, password(me.hasPassword), changePhone, faceConsent(me.faceConsent), privacy, close];
};

export interface Holder {
  readonly name: string;
  readonly phone: string;
}

/** Who holds the account, in the words of the page; undefined while nobody is signed in. */
export const holderOf = (me: Me | undefined): Holder | undefined =>
  me?.signedIn ? { name: me.name ?? account.noName, phone: me.phone ?? account.noPhone } : undefined;
