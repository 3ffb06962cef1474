/** What the buttons of the policy form do: save, show what would change, one rule more or less. */
import type { Actor } from '../../guard/actor';
import { type FieldErrors, type Kept, keptOf, postedText } from '../changes/posted';
import type { Conflict } from '../save-result';
import { intentOf, readPolicy, withGroup, withoutGroup } from './policy-form';
import { previewPolicy } from './policy-preview.server';
import { setSignOffPolicy } from './policy-save.server';
import type { PolicyPreview } from './policy-view';

/** The form again, with what was typed. */
export interface PolicyAnswer {
  kept: Kept;
  errors: FieldErrors;
  conflict: Conflict | null;
  preview: PolicyPreview | null;
}

export type PolicyActed = { saved: true } | { saved: false; status: 200 | 422; answer: PolicyAnswer };

export async function actOnPolicy(actor: Actor, form: FormData): Promise<PolicyActed> {
  const { intent: _, ...kept } = keptOf(form);
  const intent = intentOf(postedText(form, 'intent'));
  const again = (answer: Partial<PolicyAnswer>, status: 200 | 422 = 200): PolicyActed => ({
    ...{ saved: false, status },
    answer: { kept, errors: {}, conflict: null, preview: null, ...answer },
  });
  if (!intent) return again({ errors: { '': ['Choose what to do.'] } }, 422);
  if (intent.act === 'add') return again({ kept: withGroup(kept, intent.list) });
  if (intent.act === 'remove') return again({ kept: withoutGroup(kept, intent.list, intent.at) });
  if (intent.act === 'save') {
    const result = await setSignOffPolicy(actor, kept);
    return result.ok ? { saved: true } : again(result, 422);
  }
  const read = readPolicy(kept);
  if (!read.ok) return again({ errors: read.errors }, 422);
  return again({ preview: await previewPolicy(actor, read.policy) });
}
