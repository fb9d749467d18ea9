import type { NameScript } from '../../core/ports/name-script';

/**
 * Characters that OpenCC replaces although the state's own list (通用规范汉字表, 2013) holds them: 昇, 乾 and 於 among
 * them stand in the names of people who write no traditional character. Found by comparing that list with OpenCC's
 * dictionary of characters.
 */
// eslint-disable-next-line no-restricted-syntax -- characters of names, not words for the user
const STANDARD = '乾剋劄吒夥徵扞於昇氾祕脩苧蒐薳薹袷谿釐陞麽';

/**
 * The simplified characters of GBK. Where the simplified form is not among them (鐄 became 𨱑), the registers of the
 * time could not write it, and the traditional form is what stands on the identity card.
 */
const WRITABLE = /^[\u4e00-\u9fa5]$/;

type Convert = (character: string) => string;

let converter: Promise<Convert> | undefined;

/** Loaded at the first name: the dictionary would slow the start of the function. */
async function load(): Promise<Convert> {
  const { ConverterFactory, Locale } = await import('opencc-js/t2cn');
  const toMainland = Locale.to['cn'];
  if (!toMainland) throw new Error('opencc-js has no dictionary for the mainland.');
  return ConverterFactory(toMainland);
}

const simplify =
  (convert: Convert): Convert =>
  (character) => {
    const simplified = convert(character);
    return WRITABLE.test(simplified) && !STANDARD.includes(character) ? simplified : character;
  };

/**
 * Character by character: OpenCC's phrases choose between readings of running text and say nothing about names.
 * @rule A6
 */
export const nameScript: NameScript = {
  async simplified(name) {
    converter ??= load();
    return Array.from(name, simplify(await converter)).join('');
  },
};
