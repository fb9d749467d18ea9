export type CardCheck =
  { outcome: 'unknown' | 'not-activated' | 'wrong-password' | 'unavailable' } | { outcome: 'right'; name: string };

/** The social-security card service of the region (rule A13). */
export interface SocialSecurityCards {
  check(idNumber: string, cardPassword: string): Promise<CardCheck>;
}
