/** The documents of one change, and every assessment that was kept of it. */
import type { Actor } from '../../guard/actor';
import type { ChangeBrief } from './change-brief.server';
import type { AssessmentBrief, DocumentBrief } from './change-view';
import { getChange } from './get-change.server';

export interface Papers {
  change: ChangeBrief;
  documents: DocumentBrief[];
  assessments: AssessmentBrief[];
}

/** Null when the change does not exist in the actor's organisation. */
export async function getPapers(actor: Actor, changeId: string): Promise<Papers | null> {
  const view = await getChange(actor, changeId);
  if (!view) return null;
  const { id, reference, title, statusLabel, documents, assessments } = view;
  return { change: { id, reference, title, statusLabel }, documents, assessments };
}
