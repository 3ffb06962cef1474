/** Saving the step "The facts", and the page of all facts. */
import type { Actor } from '../../guard/actor';
import type { Conflict } from './act-on-change';
import { readFactWishes } from './fact-fields';
import { type FieldErrors, type Kept, keptOf } from './posted';
import { directionOf } from './save-what.server';
import { stateFacts } from './state-facts.server';
import { addressAfter } from './steps';

export type FactsSaved =
  | { ok: true; redirect: string }
  | { ok: false; errors: FieldErrors; kept: Kept; conflicts: Conflict[] };

/**
 * States what was answered. Null when the change does not exist in the organisation.
 * @param back where to go afterwards; without it the step that the pressed button names
 */
export async function saveFacts(
  actor: Actor,
  changeId: string,
  form: FormData,
  back?: string,
): Promise<FactsSaved | null> {
  const direction = directionOf(form);
  const step = back ? undefined : direction === 'on' ? 'check' : direction === 'back' ? 'where' : 'facts';
  const stated = await stateFacts(actor, changeId, readFactWishes(form), step);
  if (!stated) return null;
  if (stated.ok) return { ok: true, redirect: back ?? addressAfter(changeId, 'facts', direction) };
  return { ok: false, errors: stated.errors, kept: keptOf(form), conflicts: stated.conflicts };
}
