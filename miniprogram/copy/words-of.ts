/**
 * The words for a value of one of the contract's lists.
 * @param otherwise for a value that only a newer server knows: nothing is left empty on the screen
 */
export const wordsOf = <K extends string, W>(words: Readonly<Record<K, W>>, value: string, otherwise: W): W =>
  Object.prototype.hasOwnProperty.call(words, value) ? words[value as K] : otherwise;
