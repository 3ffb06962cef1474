/** From a posted form to a saved record: parse, save, or give back everything that was typed with what is wrong. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { notFoundUnless } from '../guard/guard.server';
import { errorsOf, type Kept, keptOf } from './changes/posted';
import type { Conflict, FieldErrors, SaveResult } from './save-result';

/** What a refused form shows again. */
export interface RefusedForm {
  errors: FieldErrors;
  kept: Kept;
  conflict: Conflict | null;
}

export type SavedForm = { ok: true; id: string } | ({ ok: false } & RefusedForm);

/**
 * Parses a form and saves it. A record that is not there (null from `save`) is thrown as a 404 response.
 * @param schema of the form's fields; its messages name what is wrong
 */
export async function saveForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  save: (input: z.output<Schema>) => Promise<SaveResult | null>,
): Promise<SavedForm> {
  const kept = keptOf(form);
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') return { ok: false, errors: errorsOf(submission), kept, conflict: null };
  const result = notFoundUnless(await save(submission.value as z.output<Schema>));
  return result.ok ? result : { ok: false, kept, errors: result.errors, conflict: result.conflict };
}
