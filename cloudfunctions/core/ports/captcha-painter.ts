/** Shows a sum in two forms (rule A2). */
export interface CaptchaPainter {
  /**
   * @param terms two integers from 1 to 9
   * @returns `image`: a `data:image/svg+xml;base64,…` URL, distorted; `question`: the same sum in Chinese words
   */
  paint(terms: readonly [number, number]): { image: string; question: string };
}
