/** What a refused form on a change's page gives back to the form it came from. Pure. */
import type { ActOnChangeResult, ChangeIntent } from '../changes/act-on-change';

export type Refused = Extract<ActOnChangeResult, { ok: false }>;

export interface FormState {
  value: (field: string) => string | undefined;
  errors: (field: string) => string[] | undefined;
  refused: Refused | null;
}

/** The state of one form: empty unless the refusal is about this very intent and key. */
export function formState(refused: Refused | null, intent: ChangeIntent, key = ''): FormState {
  const mine = refused?.intent === intent && refused.key === key ? refused : null;
  return {
    value: (field) => mine?.kept[field]?.[0],
    errors: (field) => mine?.errors[field],
    refused: mine,
  };
}
