/** What the fields of a form show: what was typed, when it was refused, else what is saved. Pure. */
import type { RefusedForm } from './save-form.server';

export interface FormValues {
  value(field: string): string;
  /** All values of a field that may be posted several times. */
  values(field: string): string[];
  errors(field: string): string[] | undefined;
  /** What is said above the form when it is refused: why as a whole, or that fields need another look. */
  summary: string[] | null;
  /** Version the form is based on, as posted; after a conflict the one now in force. */
  version(saved: number): string;
}

/** @param saved what is saved, by field name; several values for a field that may have them */
export function formValues(
  refused: RefusedForm | undefined | null,
  saved: Record<string, string | readonly string[] | null | undefined> = {},
): FormValues {
  const values = (field: string): string[] => {
    if (refused) return refused.kept[field] ?? [];
    const value = saved[field];
    return value === null || value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
  };
  return {
    values,
    value: (field) => values(field)[0] ?? '',
    errors: (field) => refused?.errors[field],
    summary: refused ? summaryOf(refused) : null,
    version: (version) => String(refused?.conflict?.version ?? (refused ? (refused.kept.version?.[0] ?? '') : version)),
  };
}

function summaryOf({ errors, conflict }: RefusedForm): string[] | null {
  // The panel beside the form says it all.
  if (conflict) return null;
  return errors[''] ?? errors.version ?? ['Some fields need another look, below.'];
}
