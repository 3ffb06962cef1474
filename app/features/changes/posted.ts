/** Reading posted forms: what was typed is kept whatever becomes of it. */
import type { Submission } from '@conform-to/react';

/** Values by field name, as posted. */
export type Kept = Record<string, string[]>;

/** Refusals by field name; '' holds the refusal of the form as a whole. */
export type FieldErrors = Record<string, string[]>;

/** Proofs of identity are never shown again: not in a page, not in its source. */
const isProof = (name: string) => name.startsWith('proof_') || name.includes('password');

/** Everything typed into a form but the forgery token, proofs of identity and files, for showing it again. */
export function keptOf(form: FormData): Kept {
  const kept: Kept = {};
  for (const [name, value] of form) {
    if (name === 'csrf' || isProof(name) || typeof value !== 'string') continue;
    const values = kept[name];
    if (values) values.push(value);
    else kept[name] = [value];
  }
  return kept;
}

/** The refusals of a parsed form by field name. */
export function errorsOf<Output>(submission: Submission<Output>): FieldErrors {
  const errors: FieldErrors = {};
  if (submission.status === 'success') return errors;
  for (const [name, messages] of Object.entries(submission.error ?? {})) {
    // A refusal inside a list belongs to the field that posted the list.
    const field = name.replace(/\[.*$/, '');
    if (messages?.length) errors[field] = [...(errors[field] ?? []), ...messages];
  }
  return errors;
}

/** One posted text, or the empty text. */
export const postedText = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** All posted texts of a name. */
export const postedTexts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string');
