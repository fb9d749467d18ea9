/** The names on the roster, as far as sign-in needs them (rule A13). */
export interface Roster {
  /** Undefined where the number is not on the roster. */
  nameOf(idNumber: string): Promise<string | undefined>;
}
