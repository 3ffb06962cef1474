/** What a form on a change's page may ask for, and what it gets back. */

/** Value of the field `intent` of every form on the page of a change. */
export const CHANGE_INTENTS = [
  /** Fields: key (INSTRUMENT/QUESTION), value (yes, no, unknown), because, said_by, document, page, date, seen. */
  'answer-question',
  /** Fields: key (fact), value (text, or several for a set), because, said_by, document, page, date, seen. */
  'state-fact',
  /** Fields: key (prompt), verdict, condition, because, seen. */
  'answer-safety',
  /** Fields: contact (id of a supplier's contact, or empty), reply_by (date, or empty). */
  'draft-letter',
  /** No fields. */
  'draft-report',
  /** No fields: the register or the rule library has moved on. */
  'assess-again',
  /** Fields: version. */
  'submit',
  /** Fields: version, reason. */
  'withdraw',
] as const;

export type ChangeIntent = (typeof CHANGE_INTENTS)[number];

/** What somebody else has stated meanwhile, shown beside what was typed. */
export interface Conflict {
  /** The question, fact or prompt in dispute. */
  key: string;
  label: string;
  theirs: string;
  yours: string;
  by: string;
  at: string;
  /** Theirs: sent as `seen` with the same form again, the typed value may stand. */
  statementId: string;
}

export type ActOnChangeResult =
  | { ok: true /** Where to go (303). */; redirect: string; message: string }
  | {
      ok: false;
      intent: string;
      /** Which form it was: the key of the question, fact or prompt; empty for the others. */
      key: string;
      /** By field name; '' holds the refusal of the form as a whole. */
      errors: Record<string, string[]>;
      /** Everything that was typed, by field name. */
      kept: Record<string, string[]>;
      conflict: Conflict | null;
    };
