/** How the coverage of a source book is laid down: section by section, what its rows became, or why they became nothing. */

/**
 * Where something stands, as a word that is looked up, so that a report cannot name what is not there:
 * "US-CFR-806" a chart, "US-CFR-806/F1" a question, sub-rule, remark, principle or outcome of it,
 * "US-CFR-806~quality system" a statement of it that holds those words, "kind:os_patch", "fact:actor", "name:markets",
 * "row:GB-CE" when an instrument applies, "source:mdr", "system:Windows 7 SP1" an entry in the catalogue of operating
 * systems, "file:app/..." a file of the project, "app/...#word" with a word that stands in it.
 */
export type Pointer = string;

export interface RowPlan {
  /** Short name in our words; taken from what is found where missing. */
  name?: string;
  as?: readonly Pointer[];
  /** Why it became nothing. */
  why?: string;
}

export interface SectionPlan {
  /** What the section is about, in our words. */
  title: string;
  /** Instruments in which the rows are looked for by id, the likeliest first. */
  charts?: readonly string[];
  /** What every row became that has no plan of its own and is not found by id. */
  as?: readonly Pointer[];
  /** Why the rows became nothing that are neither found nor planned. */
  why?: string;
  /** By row id; "#3" for the third row. */
  rows?: Readonly<Record<string, RowPlan>>;
}

export interface BookPlan {
  /** Name of the book, as in the inventory. */
  book: string;
  title: string;
  sections: Readonly<Record<string, SectionPlan>>;
}

/** Reasons that many rows share. */
export const REASONS = {
  mark: 'no rule: says how sure a statement is; the marks are the type of every citation',
  sources: 'no rule: list of what was read; documents cited are in the list of sources',
  background: 'background fact, no decision',
} as const;
