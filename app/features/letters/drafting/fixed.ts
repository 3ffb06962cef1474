/** Fixed questions as askings. Pure. */
import { BLOCK_TITLES, type BlockLetter, type FixedQuestion } from '../letter-blocks';
import type { Asked } from './asked';
import { choicesOf } from './choices';

/** A fixed question under the letter of its block; its key is the same in every letter that asks it. */
export const fixedAsked = (letter: BlockLetter, question: FixedQuestion, title = BLOCK_TITLES[letter]): Asked => ({
  key: `block:${letter}.${question.key}`,
  text: question.text,
  choices: choicesOf(question.choices),
  from: question.from,
  deciding: false,
  block: { letter, title },
  facts: [...(question.facts ?? [])],
  cves: [],
  clauses: [],
});
