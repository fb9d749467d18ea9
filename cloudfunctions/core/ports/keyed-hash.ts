/** What a keyed hash stands for: the same value under another purpose hashes differently. */
export type HashPurpose = 'phone' | 'id-number' | 'openid' | 'sms-code';

/** Keyed hashes for look-up (HMAC-SM3, rule H2): 64 hexadecimal characters. */
export interface KeyedHash {
  of(purpose: HashPurpose, value: string): string;
}
