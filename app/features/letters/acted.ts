/** What an act on a letter may end in. */

/** Refusals by field name; '' holds the refusal of the act as a whole. */
export type ActErrors = Record<string, string[]>;

export type Acted = { ok: true } | { ok: false; errors: ActErrors };

export const DONE: Acted = { ok: true };

/** A refusal in words; `field` names the field it belongs to, '' the act as a whole. */
export const refuse = (message: string, field = ''): { ok: false; errors: ActErrors } => ({
  ok: false,
  errors: { [field]: [message] },
});
