/** The second step of a proposal: where the change lands and who makes it. */
import { parseWithZod } from '@conform-to/zod/v4';
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { changeKind, isKindId } from '../../regulation/kinds';
import { NO_SOURCE } from '../provenance/source';
import { WhereForm } from './change-form';
import { lockChange, readChange } from './change-row.server';
import { isEditable } from './change-status';
import type { Source } from './change-view';
import { editWithin } from './edit-change.server';
import type { EditConflict } from './edit-conflict.server';
import { locationIsAsked, locationOfKinds } from './kind-groups';
import { errorsOf, keptOf } from './posted';
import { RefusedInside } from './refusal.server';
import { directionOf, postedVersion, type StepSaved } from './save-what.server';
import { stateWithin } from './state-within.server';
import { seenOf } from './statement-form';
import { currentStatements } from './statements.server';
import { addressAfter } from './steps';
import { factInWords } from './value-in-words';

export interface WhereStep {
  change: { id: string; reference: string; version: number; isDraft: boolean };
  title: string;
  kinds: { label: string; notImplied: string }[];
  /** What the kinds say by themselves; null where a person has to say. */
  ofKinds: string | null;
  /** Whether the place is asked at all: some kinds leave no choice. */
  isAsked: boolean;
  /** Said so far: empty where nothing was. */
  location: { value: string; statementId: string; by: string; source: Source };
  actor: string;
}

/** Null when there is no such change in the organisation, or it is edited no more. */
export const whereStep = (actor: Actor, changeId: string): Promise<WhereStep | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change || !isEditable(change.status)) return null;
    const statements = await currentStatements(tx, actor.orgId, changeId);
    const said = statements.find(({ type, key }) => type === 'fact' && key === 'change_location');
    const kinds = change.kinds.filter(isKindId);
    const place = locationOfKinds(kinds);
    return {
      change: {
        id: change.id,
        reference: change.reference,
        version: change.version,
        isDraft: change.status === 'draft',
      },
      title: change.title,
      kinds: kinds.map(changeKind).map(({ label, notImplied }) => ({ label, notImplied })),
      ofKinds: place && factInWords('change_location', place),
      isAsked: locationIsAsked(kinds),
      location: {
        value: typeof said?.value === 'string' ? said.value : '',
        statementId: said?.id ?? '',
        by: said?.recordedByName ?? '',
        source: NO_SOURCE,
      },
      actor: change.actor,
    };
  });

/** Saves actor and place in one transaction. Null when the change does not exist in the organisation. */
export async function saveWhere(actor: Actor, changeId: string, form: FormData): Promise<StepSaved | null> {
  const submission = parseWithZod(form, { schema: WhereForm });
  const refused = (errors: Record<string, string[]>, conflict: EditConflict | null = null): StepSaved => ({
    ok: false,
    errors,
    kept: keptOf(form),
    conflict,
  });
  if (submission.status !== 'success') return refused(errorsOf(submission));
  const { location, actor: maker } = submission.value;
  try {
    return await inOrganisation(actor, async (tx): Promise<StepSaved | null> => {
      const change = await lockChange(tx, actor.orgId, changeId);
      if (!change) return null;
      const version = postedVersion(form);
      const edited = await editWithin(tx, actor, change, { version, fields: { actor: maker }, step: 'facts' });
      if (!edited.ok) return refused(edited.errors, edited.conflict);
      if (location) {
        const stated = await stateWithin(tx, actor, changeId, {
          action: 'change.fact_stated',
          statements: [
            {
              type: 'fact',
              key: 'change_location',
              value: location,
              because: '',
              source: NO_SOURCE,
              label: 'Where does the change land?',
              inWords: factInWords('change_location', location),
              ...seenOf(form),
              silent: location === 'unknown',
            },
          ],
        });
        const conflict = stated && !stated.ok ? stated.conflicts[0] : undefined;
        if (conflict) {
          const message = `${conflict.by} has said “${conflict.theirs}” meanwhile. Reload the page to see it.`;
          throw new RefusedInside({ location: [message] });
        }
      }
      return { ok: true, redirect: addressAfter(changeId, 'where', directionOf(form)) };
    });
  } catch (error) {
    if (error instanceof RefusedInside) return refused(error.errors);
    throw error;
  }
}
