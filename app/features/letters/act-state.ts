/** What a refused form on a letter's page gives back to the form it came from. Pure. */
import type { LetterIntent } from './act-forms';
import type { RefusedAct } from './act-on-letter.server';

export interface ActState {
  value: (field: string) => string | undefined;
  errors: (field: string) => string[] | undefined;
  /** Whether it was this form that was refused, so that it is open. */
  refused: boolean;
}

/** The state of one form: empty unless the refusal is about this very intent and key. */
export function actState(refused: RefusedAct | null, intent: LetterIntent, key = ''): ActState {
  const mine = refused?.intent === intent && refused.key === key ? refused : null;
  return {
    value: (field) => mine?.kept[field]?.[0],
    errors: (field) => mine?.errors[field],
    refused: mine !== null,
  };
}
