/** What a planned reminder or escalation would say: really drafted, read, and undone. */
import { inOrganisation } from '../../../db/client.server';
import type { Slot } from '../../../documents/document';
import { inTheBackground } from '../../audit/outsiders';
import type { Actor } from '../../guard/actor';
import { draftFollowUp } from '../letters/draft-follow-up.server';
import { readVersion } from '../letters/read-version.server';
import type { PreviewView, StepView } from './clocks-view';

interface Noticed {
  subject: Slot[];
  salutation: Slot;
  ask: string;
  paragraphs: Slot[];
  next: Slot[];
}

/** A place that a person still has to fill is shown in brackets. */
const plain = (slot: Slot): string => (typeof slot === 'string' ? slot : `[${slot.blank}]`);

/** Nothing of it is kept: no letter, no reference, no entry in the record. */
export async function previewStep(actor: Actor, letterId: string, step: StepView): Promise<PreviewView> {
  const undo = { view: null as PreviewView | null };
  try {
    await inOrganisation(actor, async (tx) => {
      const draft = await draftFollowUp(tx, inTheBackground(actor.orgId), step.kind, letterId);
      const version = draft.ok ? await readVersion(tx, actor.orgId, draft.id, 1) : null;
      undo.view = {
        stepId: step.id,
        lines: version ? linesOf(version.model as Noticed) : [],
        refused: draft.ok ? null : draft.message,
      };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return undo.view ?? { stepId: step.id, lines: [], refused: 'It cannot be shown.' };
}

const linesOf = ({ subject, salutation, ask, paragraphs, next }: Noticed): string[] =>
  [subject.map(plain).join(''), plain(salutation), ask, ...paragraphs.map(plain), ...next.map(plain)].filter(Boolean);
