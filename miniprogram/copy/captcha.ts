const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/**
 * The question for those who cannot see the picture (rule A2).
 * @param terms two integers from 0 to 9
 */
export const captchaQuestion = ([first, second]: readonly [number, number]): string =>
  `${numerals[first]}加${numerals[second]}等于几？`;
