/** What the list of the library shows, and what a search in it finds. Plain values. */
import type { Chart } from '../../regulation/chart';

export interface LibraryRow {
  instrument: string;
  name: string;
  title: string;
  answers: Chart['answers'];
  edition: string;
  editions: number;
  inForce: { from: string; to: string | null };
  questions: number;
  outcomes: number;
  /** Share of statements seen in the source, 0 to 100, and the whole count in words. */
  seen: number;
  confidence: string;
}

export interface LibraryGroup {
  jurisdiction: string;
  rows: LibraryRow[];
}

/** Where in a chart a search found something. */
export const PLACES = {
  instrument: 'Instruments',
  question: 'Questions',
  'sub-rule': 'Sub-rules',
  outcome: 'Outcomes',
  duty: 'Duties',
  principle: 'Principles',
  remark: 'Remarks',
} as const;

export type FoundIn = keyof typeof PLACES;

export interface Found {
  place: FoundIn;
  /** Id of the question, sub-rule … as published; of an instrument its own. */
  id: string;
  instrument: string;
  name: string;
  /** Named where it is not the edition in use. */
  earlier: string | null;
  /** The words around the first match, cut into pieces; every second piece is a match. */
  pieces: string[];
  citation: string;
  address: string;
}

export interface SearchResult {
  /** The best, in the chosen place. */
  hits: Found[];
  /** How many there are in the chosen place. */
  count: number;
  /** Places that hold something, each with how much. */
  places: { place: FoundIn; count: number }[];
  /** The chosen place; null: all. */
  chosen: FoundIn | null;
}

export interface LibraryList {
  q: string;
  edition: string;
  groups: LibraryGroup[];
  /** Null without a search. */
  found: SearchResult | null;
}
