/** The forms on the page of a template: save, look at, bring an earlier version back. */
import type { Actor } from '../../../guard/actor';
import { type Kept, keptOf, postedText } from '../../changes/posted';
import type { Conflict, FieldErrors, SaveResult } from '../../save-result';
import type { LetterKind } from '../letter-kinds';
import { isSampleName, previewTemplate, type TemplatePreview } from './preview-template.server';
import { readTexts, restoreTemplate, saveTemplate } from './save-template.server';

export type ActedOnTemplate =
  | { done: true }
  | {
      done: false;
      kept: Kept;
      errors: FieldErrors;
      conflict: Conflict | null;
      preview: TemplatePreview | null;
    };

/** Null when an earlier version is asked for that does not exist. */
export async function actOnTemplate(actor: Actor, kind: LetterKind, form: FormData): Promise<ActedOnTemplate | null> {
  const intent = postedText(form, 'intent');
  const kept = keptOf(form);
  const answer = (result: SaveResult | null): ActedOnTemplate | null => {
    if (!result) return null;
    return result.ok
      ? { done: true }
      : { done: false, kept, errors: result.errors, conflict: result.conflict, preview: null };
  };
  if (intent === 'restore') {
    const number = postedText(form, 'number');
    return answer(/^\d{1,6}$/.test(number) ? await restoreTemplate(actor, kind, Number(number)) : null);
  }
  const sample = intent.replace('preview-', '');
  if (!isSampleName(sample)) return answer(await saveTemplate(actor, kind, kept));
  const { texts, errors } = readTexts(kind, kept);
  const fine = Object.keys(errors).length === 0;
  return { done: false, kept, errors, conflict: null, preview: fine ? previewTemplate(kind, texts, sample) : null };
}
