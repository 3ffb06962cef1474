/** A published worked example: the document's own illustration, and what the document says of it. */
import type { FactValue } from '../vocabulary';

export interface PublishedExample {
  id: string;
  /** The example in a line, in our words. */
  what: string;
  /** Where the document gives it. */
  citation: string;
  instrument: string;
  /** What the document says of the change, as facts of the dictionary. */
  facts: Record<string, FactValue>;
  /** "undecided" where the document itself goes on from there. */
  outcome: string;
  outcomes: string[];
  path: string[];
}
