/** The administrator's page of one person posts here: which act is meant, and what becomes of it. */
import { parseWithZod } from '@conform-to/zod/v4';
import type { Actor } from '../../guard/actor';
import { errorsOf, type Kept, keptOf, postedText } from '../changes/posted';
import type { Difference } from '../save-result';
import { editPerson } from './edit-person.server';
import { EditPersonForm, FirstPassword } from './person-form';
import { resetFactors } from './reset-factors.server';
import { setActive } from './set-active.server';
import { setFirstPassword } from './set-first-password.server';

export type PersonIntent = 'save' | 'deactivate' | 'reactivate' | 'password' | 'factors';

export type ChangePersonResult =
  | { ok: true; done: string; invented: string | null }
  | {
      ok: false;
      intent: PersonIntent;
      errors: Record<string, string[]>;
      kept: Kept;
      conflict?: { version: number; differences: Difference[] };
    };

/** Null when the organisation has no such person. An unknown intent is refused in words. */
export async function changePerson(actor: Actor, userId: string, form: FormData): Promise<ChangePersonResult | null> {
  const { password: _, ...kept } = keptOf(form);
  const refused = (intent: PersonIntent, errors: Record<string, string[]>): ChangePersonResult => ({
    ...{ ok: false, intent, errors, kept },
  });
  switch (postedText(form, 'intent')) {
    case 'deactivate':
    case 'reactivate': {
      const intent = postedText(form, 'intent') === 'deactivate' ? 'deactivate' : 'reactivate';
      const result = await setActive(actor, userId, intent === 'reactivate');
      if (!result) return null;
      return result.ok ? { ok: true, done: `${intent}d`, invented: null } : refused(intent, result.errors);
    }
    case 'password': {
      const submission = parseWithZod(form, { schema: FirstPassword });
      if (submission.status !== 'success') return refused('password', errorsOf(submission));
      const result = await setFirstPassword(actor, userId, submission.value.password);
      if (!result) return null;
      return result.ok ? { ...result, done: 'password' } : refused('password', result.errors);
    }
    case 'factors': {
      const result = await resetFactors(actor, userId);
      if (!result) return null;
      return result.ok ? { ok: true, done: 'factors', invented: null } : refused('factors', result.errors);
    }
    case 'save': {
      const submission = parseWithZod(form, { schema: EditPersonForm });
      if (submission.status !== 'success') return refused('save', errorsOf(submission));
      const result = await editPerson(actor, userId, submission.value);
      if (!result) return null;
      if (result.ok) return { ok: true, done: 'saved', invented: null };
      return { ok: false, intent: 'save', errors: result.errors, kept, conflict: result.conflict };
    }
    default:
      return refused('save', { '': ['The form did not say what to do. Use one of the buttons.'] });
  }
}
