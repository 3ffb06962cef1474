/**
 * A question before it has a number: everything that is printed of it and everything an answer means, in one place.
 * The printed letter and its form are both made from a list of these, so that they cannot differ. Pure.
 */
import type { Annexes, Block } from '../../../../documents/parts/letter-model';
import type { Question } from '../../../../documents/parts/question';
import type { ReplyChoice, ReplyQuestion } from '../reply-form';

export type Clause = Omit<Annexes['clauses'][number], 'questions'>;

export interface Asked {
  key: string;
  text: string;
  help?: string;
  choices: ReplyChoice[];
  /** Word before the line for a comment; left out where the choices leave room. */
  line?: string;
  from?: string;
  /** Why it matters: what each answer would settle. */
  settles?: string[];
  deciding: boolean;
  /** Where it stands, for those that do not decide. An empty letter: beside the blocks. */
  block?: { letter: string; title: string };
  /** Facts that a choice's value states. */
  facts: string[];
  cves: string[];
  clauses: Clause[];
}

/** The name of a block as one line: "D Permission". */
export const blockName = ({ letter, title }: { letter: string; title: string }): string => `${letter} ${title}`.trim();

const printed = (number: number, { text, help, choices, line, settles, from }: Asked): Question => ({
  number,
  text,
  ...(help ? { help } : {}),
  choices: choices.map(({ label, fill }) => ({ label, ...(fill === undefined ? {} : { fill }) })),
  ...(line ? { line } : {}),
  ...(settles?.length ? { settles } : {}),
  ...(from ? { from } : {}),
});

const asData = (number: number, asked: Asked): ReplyQuestion => ({
  number,
  key: asked.key,
  text: asked.text,
  ...(asked.help ? { help: asked.help } : {}),
  choices: asked.choices,
  comment: true,
  ...(asked.from ? { from: asked.from } : {}),
  ...(asked.settles?.length ? { why: asked.settles.join(' ') } : {}),
  deciding: asked.deciding,
  ...(asked.block && !asked.deciding ? { block: blockName(asked.block) } : {}),
  facts: asked.facts,
  cves: asked.cves,
});

export interface Numbered {
  deciding: Question[];
  blocks: Block[];
  questions: ReplyQuestion[];
  clauses: Annexes['clauses'];
}

/** Numbers the questions through, the deciding ones first and the others by their blocks in the order given. */
export function numbered(asked: readonly Asked[]): Numbered {
  const blocks = new Map<string, { letter: string; title: string; asked: Asked[] }>();
  for (const one of asked.filter(({ deciding }) => !deciding)) {
    const block = one.block ?? { letter: '', title: 'Further questions' };
    const known = blocks.get(blockName(block));
    if (known) known.asked.push(one);
    else blocks.set(blockName(block), { ...block, asked: [one] });
  }
  const deciding = asked.filter((one) => one.deciding);
  const inOrder = [...deciding, ...[...blocks.values()].flatMap((block) => block.asked)];
  const numberOf = new Map(inOrder.map((one, index) => [one, index + 1]));
  const print = (one: Asked) => printed(numberOf.get(one) ?? 0, one);
  const clauses = new Map<string, Annexes['clauses'][number]>();
  for (const one of inOrder) {
    for (const clause of one.clauses) {
      const known = clauses.get(JSON.stringify(clause));
      const number = `${numberOf.get(one)}`;
      clauses.set(JSON.stringify(clause), {
        ...clause,
        questions: known ? `${known.questions}, ${number}` : number,
      });
    }
  }
  return {
    deciding: deciding.map(print),
    blocks: [...blocks.values()].map(({ letter, title, asked: own }) => ({ letter, title, questions: own.map(print) })),
    questions: inOrder.map((one) => asData(numberOf.get(one) ?? 0, one)),
    clauses: [...clauses.values()],
  };
}

const united = <T>(one: readonly T[], other: readonly T[]): T[] => {
  const seen = new Map([...one, ...other].map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
};

/** Two askings of the same question as one, with every place and clause it matters to. */
const joined = (one: Asked, other: Asked): Asked => {
  const help = united([one.help ?? ''], [other.help ?? ''])
    .filter(Boolean)
    .join(' ');
  const from = united((one.from ?? '').split('; '), (other.from ?? '').split('; '))
    .filter(Boolean)
    .join('; ');
  const settles = united(one.settles ?? [], other.settles ?? []);
  return {
    ...one,
    ...(help ? { help } : {}),
    ...(from ? { from } : {}),
    ...(settles.length > 0 ? { settles } : {}),
    deciding: one.deciding || other.deciding,
    facts: united(one.facts, other.facts),
    cves: united(one.cves, other.cves),
    clauses: united(one.clauses, other.clauses),
  };
};

/** Asks each key once, at the place where it came first. */
export function askedOnce(asked: readonly Asked[]): Asked[] {
  const byKey = new Map<string, Asked>();
  for (const one of asked) {
    const known = byKey.get(one.key);
    byKey.set(one.key, known ? joined(known, one) : one);
  }
  return [...byKey.values()];
}
