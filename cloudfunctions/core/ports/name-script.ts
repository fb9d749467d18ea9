/** Simplified and traditional characters (rule A6). */
export interface NameScript {
  /** The name in simplified characters; the same string where it already is. */
  simplified(name: string): Promise<string>;
}
