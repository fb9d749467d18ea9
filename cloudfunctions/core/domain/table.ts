/**
 * What a table says of a value that comes from the database: undefined where the table does not name the value, which
 * may be newer than this code. Whoever asks decides that it means no.
 */
export const entryOf = <T extends object>(table: T, key: string): T[keyof T] | undefined =>
  Object.hasOwn(table, key) ? table[key as keyof T] : undefined;
