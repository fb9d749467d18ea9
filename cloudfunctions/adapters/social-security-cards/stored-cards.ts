import type { Collection } from '../../core/ports/database';
import type { KeyedHash } from '../../core/ports/keyed-hash';
import type { Passwords } from '../../core/ports/passwords';
import type { SocialSecurityCards } from '../../core/ports/social-security-cards';

/** `socialSecurityCards`, by the keyed hash of the ID number. */
export interface StoredCard {
  /** As the card's issuer writes it. */
  readonly name: string;
  /** As `Passwords.hash` made it. */
  readonly password: string;
  readonly activated: boolean;
  /** Whether the issuer has a photograph of the holder. */
  readonly portrait: boolean;
}

export interface CardSources {
  readonly cards: Collection<StoredCard>;
  readonly hash: KeyedHash;
  readonly passwords: Passwords;
}

/**
 * Cards kept in our own database: for the simulator, and for a region that hands over a list instead of a service.
 * @rule A13
 */
export const createStoredCards = ({ cards, hash, passwords }: CardSources): SocialSecurityCards => ({
  async check(idNumber, cardPassword) {
    const card = (await cards.get(hash.of('id-number', idNumber)))?.value;
    const matches = await passwords.matches(cardPassword, card?.password);
    if (!card) return { outcome: 'unknown' };
    if (!card.activated) return { outcome: 'not-activated' };
    return matches ? { outcome: 'right', name: card.name } : { outcome: 'wrong-password' };
  },
});
