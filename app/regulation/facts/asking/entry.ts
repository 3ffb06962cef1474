/** How the plain-words question of a fact is declared; asking.ts puts the themes together. */
import type { Who } from '../../chart';
import type { FactValue } from '../../vocabulary';

/** One fixed answer in a letter. The value is a value of the fact, or "unknown". */
export interface LetterChoice {
  label: string;
  value: FactValue;
}

/** The same question, put to the supplier in the second person. */
export interface LetterQuestion {
  text: string;
  choices: readonly LetterChoice[];
}

export interface Asking {
  /** The question for a person, ending with a question mark. */
  question: string;
  /** What counts, what does not, and an example. */
  help: string;
  /** Who usually holds the answer. */
  who: Who;
  /** Document that usually holds the answer. */
  foundIn?: string;
  /** Words for every value of an enum, or every member of a set. */
  valueLabels?: Readonly<Record<string, string>>;
  /** Only where a supplier can be asked. */
  letter?: LetterQuestion;
}

const NOT_ASSESSED: LetterChoice = { label: 'Not yet assessed', value: 'unknown' };

/**
 * A letter question answered by no, yes or not yet.
 * @param text question in the second person
 * @param labels other words for the three answers, where plain No and Yes would mislead
 */
export function closed(text: string, labels: { no?: string; yes?: string; unknown?: string } = {}): LetterQuestion {
  return {
    text,
    choices: [
      { label: labels.no ?? 'No', value: false },
      { label: labels.yes ?? 'Yes', value: true },
      { label: labels.unknown ?? NOT_ASSESSED.label, value: 'unknown' },
    ],
  };
}

/** A letter question with one answer per value of an enum, and not yet. */
export function oneOf(text: string, labels: Readonly<Record<string, string>>): LetterQuestion {
  return {
    text,
    choices: [...Object.entries(labels).map(([value, label]) => ({ label, value })), NOT_ASSESSED],
  };
}

/** Declares the questions of one theme, keeping their keys as literal types. */
export function askings<const Key extends string>(entries: Record<Key, Asking>): Record<Key, Asking> {
  return entries;
}
