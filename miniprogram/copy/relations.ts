import { wordsOf } from './words-of';
import type { Relation } from '../shared/contract/family';

/** What a contact is to the holder: the word on a list, and what stands on the button that chooses it. */
export const relations = {
  father: { word: '父亲', text: '父亲', note: '' },
  mother: { word: '母亲', text: '母亲', note: '' },
  spouse: { word: '老伴', text: '老伴', note: '' },
  grandparent: { word: '祖辈', text: '爷爷奶奶', note: '姥爷、姥姥也选这个' },
  'other-relative': { word: '亲戚', text: '别的亲戚', note: '岳父岳母、公公婆婆、叔伯姑舅' },
  friend: { word: '朋友', text: '朋友、邻居', note: '' },
} satisfies Record<Relation, { word: string; text: string; note: string }>;

export const relationInWords = (relation: string): string =>
  wordsOf(relations, relation, relations['other-relative']).word;
