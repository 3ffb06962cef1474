/**
 * The part of an evidence pack that people read: completeness first, then one chapter a change. Plain JSON, frozen with
 * the pack; nothing here reads a clock. The same numbers stand in pack.json.
 */
export interface PackColumn {
  title: string;
  share: number;
}

/** A heading with what stands below it: sentences, labelled values, a table; `none` where there is nothing of it. */
export interface PackSection {
  heading: string;
  lead?: string;
  labelled?: { label: string; value: string }[];
  columns?: PackColumn[];
  rows?: string[][];
  /** Said where there is no row; it says "not evidenced" where something should be there. */
  none: string;
  /** What was cut here, and where the whole of it is. */
  more?: string;
}

export interface PackLine {
  label: string;
  /** "evidenced", "not evidenced", "not applicable" */
  state: string;
  words: string;
}

export interface PackChapter {
  reference: string;
  title: string;
  state: string;
  /** Lines that are not evidenced; empty: none. */
  missing: PackLine[];
  sections: PackSection[];
}

export interface EvidencePack {
  language: string;
  /** "Change CM-2026-000123", "Device TR-96", "Supplier Halden", "1 January to 31 December 2026" */
  scope: string;
  title: string;
  organisation: { name: string; lines: string[] };
  /** The event after which nothing is in the pack. */
  cut: { seq: number; hash: string; at: string };
  counts: { label: string; value: string }[];
  summary: string;
  completeness: PackLine[];
  chapters: PackChapter[];
  /** Changes that are in pack.json only. */
  beyond: { reference: string; title: string; state: string }[];
  statement: string[];
}
