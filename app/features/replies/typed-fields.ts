/** Fields of a posted form as texts, and what is wrong with them by field. Pure. */
import type { z } from 'zod';
import type { Errors } from './answer-fields';

/** Every text field, the first of each name; files are left out. */
export const typedFields = (form: FormData): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string' && name !== 'csrf' && !(name in fields)) fields[name] = value;
  }
  return fields;
};

export function fieldErrors(error: z.ZodError): Errors {
  const errors: Errors = {};
  for (const { path, message } of error.issues) {
    const name = path.join('.');
    errors[name] = [...(errors[name] ?? []), message];
  }
  return errors;
}
