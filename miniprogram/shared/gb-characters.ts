/* eslint-disable no-restricted-syntax -- characters of names, not words for the user */
/**
 * Characters that stand under more than one number. The codes of GBK that Unicode did not know lie in its private area
 * in old software and in registers made with it; text copied from a PDF has radicals in the place of characters.
 */

/** U+E815 to U+E864 (GBK FE50 to FEA0), by GB 18030-2005 and -2022; those that are radicals there as the character. */
const GBK_PRIVATE = Array.from(
  '\u5382\u{20087}\u{20089}\u{200CC}\u4E59\u3473\u3447\u5200\u353E\u9FB4\u359E\u361A\u360E\u5C0F\u5FC3\u396E' +
    '\u3918\u9FB5\u39CF\u39DF\u3A73\u39D0\u9FB6\u9FB7\u3B4E\u3C6E\u3CE0\u725B\u{215D7}\u9FB8\u{24D14}\u4056' +
    '\u415F\u{25AD7}\u4337\u34C1\u7F8A\u{2634C}\u{2298F}\u43B1\u43AC\u807F\u43DD\u44D6\u4661\u464C\u9FB9\u4723' +
    '\u4729\u477C\u478D\u{27FB7}\u4947\u497A\u497D\u4982\u4983\u4985\u4986\u499F\u499B\u49B7\u49B6\u9FBA' +
    '\u{241FE}\u4CA3\u4C9F\u4CA0\u4CA1\u4C77\u4CA2\u4D13\u4D14\u4D15\u4D16\u4D17\u4D18\u4D19\u4DAE\u9FBB',
);
const FIRST_PRIVATE = 0xe815;
const PRIVATE = /[\uE815-\uE864]/g;

/** Two letters of pinyin that GBK had no number for (A8BC and A8BF). */
const PRIVATE_LETTERS: Readonly<Record<string, string>> = { '\uE7C7': '\u1E3F', '\uE7C8': '\u01F9' };

/** U+2E80 to U+2EF3: the character of each radical (Unicode, EquivalentUnifiedIdeograph); a space where there is none. */
const RADICALS = Array.from(
  ' \u5382\u4E5B\u4E5A\u4E59\u4EBB\u5182\u{20628}\u5200\u5202\u535C\u353E\u5C0F\u5C0F\u5140\u5C23\u5C22\u{21BC2}' +
    '\u5DF3\u5E7A\u5F51\u5F50\u5FC4\u5FC3\u624C\u6535 \u65E1\u65E5\u6708\u6B7A\u6BCD\u6C11\u6C35\u6C3A\u706C\u722B' +
    '\u722B\u4E2C\u725B\u72AD\u738B\u{24D14}\u76EE\u793A\u793B\u{25AD7}\u7CF9\u7E9F\u7F53\u7F52\u34C1\u5197\u{2626B}' +
    '\u7F8A\u{2634C}\u{2634B}\u8002\u8080\u807F\u8089\u{26951}\u8279\u8279\u8279\u864E\u8864\u8980\u897F\u89C1\u89D2' +
    '\u{278B2}\u8BA0\u8D1D\u{27FB7}\u8F66\u8FB6\u8FB6\u8FB6\u9091\u9485\u9577\u9578\u957F\u95E8\u{28E0F}\u961D\u96E8' +
    '\u9752\u97E6\u9875\u98CE\u98DE\u98DF\u{2967F}\u98E0\u9963\u{29810}\u9A6C\u9AA8\u9B3C\u9C7C\u9E1F\u5364\u9EA6' +
    '\u9EC4\u9EFE\u6589\u9F50\u6B6F\u9F7F\u7ADC\u9F99\u9F9C\u4E80\u9F9F',
);
const FIRST_RADICAL = 0x2e80;
const RADICAL = /[\u2E80-\u2EF3]/g;
/** Kangxi radicals: Unicode itself gives each its character. */
const KANGXI = /[\u2F00-\u2FD5]/g;

/**
 * The text with each character under its standard number.
 * @rule A5
 */
export const standardCharacters = (text: string): string =>
  text
    .replace(PRIVATE, (sign) => GBK_PRIVATE[sign.charCodeAt(0) - FIRST_PRIVATE] ?? sign)
    .replace(/[\uE7C7\uE7C8]/g, (sign) => PRIVATE_LETTERS[sign] ?? sign)
    .replace(RADICAL, (sign) => RADICALS[sign.charCodeAt(0) - FIRST_RADICAL]?.trim() || sign)
    .replace(KANGXI, (sign) => sign.normalize('NFKC'))
    .normalize('NFC');
