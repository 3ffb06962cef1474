/** What saving a record of the register may end in, besides having been saved. */

/** Refusals by field name; '' holds the refusal of the form as a whole. */
export type FieldErrors = Record<string, string[]>;

/** One field in which what was typed differs from what somebody else has saved meanwhile. */
export interface Difference {
  label: string;
  theirs: string;
  typed: string;
}

/** Somebody else saved since the form was opened. Saving again with `version` lets the typed values stand. */
export interface Conflict {
  version: number;
  savedBy: string;
  savedAt: string;
  differences: Difference[];
}

export type SaveResult = { ok: true; id: string } | { ok: false; errors: FieldErrors; conflict: Conflict | null };

export const saved = (id: string): SaveResult => ({ ok: true, id });

/** A refusal of one field, or of the form as a whole ('' as the field). */
export const refused = (field: string, message: string): SaveResult => ({
  ok: false,
  errors: { [field]: [message] },
  conflict: null,
});
