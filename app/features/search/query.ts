/** What was typed into the search box, made ready for looking. Pure. */
import { storableText } from '../text-input';

/** Hits of one kind on the page; one more is read, to say that there are more. */
export const HITS = 8;

export interface Query {
  /** As typed, trimmed. */
  text: string;
  /** Its words, each of which has to be found. */
  words: string[];
  /** The reference it is, in capitals, when it is one. */
  reference: string | null;
}

const REFERENCE = /^CM-\d{4}-\d{6}(-[LR]\d{2,4})?$/;

/** At most 200 characters and eight words count. */
export function queryOf(typed: string | null): Query {
  const text = storableText(typed ?? '')
    .trim()
    .slice(0, 200);
  const reference = text.toUpperCase().replace(/\s+/g, '');
  return {
    text,
    words: [...new Set(text.split(/\s+/).filter(Boolean))].slice(0, 8),
    reference: REFERENCE.test(reference) ? reference : null,
  };
}

/** Hits of one kind: as many as are shown, and whether there are more. */
export interface Hits<Row> {
  rows: Row[];
  more: boolean;
}

export const hitsOf = <Row>(read: readonly Row[]): Hits<Row> => ({
  rows: read.slice(0, HITS),
  more: read.length > HITS,
});
