/** Passwords as they are stored (scrypt, rule A7). */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time where `stored` is missing, so that an unknown phone can't be told from a wrong password. */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}
