/** What a person decides where something else is on record already: keep that, or let the supplier's answer replace it. */
export type Decision = 'keep' | 'replace';

export interface Decided {
  choice: Decision;
  /** What was on the page when it was chosen: the statement's id, or the words of an answer. */
  seen: string;
}

/** Two things said about one subject, side by side, before anything is recorded. */
export interface ClaimConflict {
  /** Names the fields of the form: "CLAIM/CHANGE" or "CLAIM/MODEL". */
  key: string;
  /** What is asked, in words. */
  label: string;
  /** "CM-2026-000123", or the name of the model. */
  place: string;
  /** On record now. */
  present: { value: string; source: string; by: string; at: string };
  /** What the claim says. */
  claimed: { value: string; source: string };
  seen: string;
}

/** Prefixes of the fields in which a choice and what it was based on are posted. */
export const CHOICE_FIELD = 'choice.';
export const SEEN_FIELD = 'seen.';

/** The choices in a posted form, by the key of their conflict. */
export function decisionsIn(form: FormData): Map<string, Decided> {
  const decisions = new Map<string, Decided>();
  for (const [name, value] of form) {
    if (!name.startsWith(CHOICE_FIELD) || (value !== 'keep' && value !== 'replace')) continue;
    const key = name.slice(CHOICE_FIELD.length);
    const seen = form.get(`${SEEN_FIELD}${key}`);
    decisions.set(key, { choice: value, seen: typeof seen === 'string' ? seen : '' });
  }
  return decisions;
}
