/** A sentence with its stop and what closes after it. */
const SENTENCE = /[^。？]+[。？]?[”）]*/g;
/** What is not torn apart where it fits a line: a date (year, month, day), or the words up to a comma. */
const PHRASE = /\d{4}\u5E74\d{1,2}\u6708\d{1,2}\u65E5[，：；。]?|(?:(?!\d{4}\u5E74\d{1,2}\u6708)[^，：；])+[，：；]?/g;

const phrasesOf = (sentence: string): string[] => sentence.match(PHRASE) ?? [sentence];

const atFirst: { lines: string[][] } = { lines: [] };

/**
 * Text in which every sentence begins on a line of its own, and lines end between phrases where they can: easier to take
 * in, and easier to go through aloud.
 */
Component({
  properties: { text: { type: String, observer: 'onText' } },
  data: { ...atFirst },
  methods: {
    onText(text: string) {
      this.setData({ lines: (text.match(SENTENCE) ?? []).map(phrasesOf) });
    },
  },
});
