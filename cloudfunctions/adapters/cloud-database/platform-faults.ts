/**
 * What the platform means by the faults that are expected. At an operation the SDK keeps the platform's words and puts
 * a general number (-502001, -501001) in place of its code; at a commit it hands on both.
 */
const wordsOf = (fault: unknown): string => {
  if (typeof fault !== 'object' || fault === null) return '';
  const { code, message } = fault as { code?: unknown; message?: unknown };
  return `${String(code)} ${String(message)}`;
};

/** MongoDB's name for a key that exists. */
export const isDuplicateKey = (fault: unknown): boolean => wordsOf(fault).includes('E11000');

/** Another transaction holds a document of this one, or has changed it. */
export const isConflict = (fault: unknown): boolean => /TransactionConflict|TRANSACTION_CONFLICT/.test(wordsOf(fault));

/** After a conflict the platform may have ended the transaction by itself. */
export const isOver = (fault: unknown): boolean => /TransactionNotExist|TRANSACTION_NOT_EXIST/.test(wordsOf(fault));
