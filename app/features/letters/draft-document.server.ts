/** What drafting a letter and drafting a report share: a change under assessment, its latest assessment, a frozen model. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { documents } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { Dossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { type Assessed, assessWithin, latestAssessment } from '../assessments/assess-change.server';
import { type ChangeRow, lockChange } from '../changes/change-row.server';
import type { FieldErrors } from '../changes/posted';
import { nextPermitReference, nextReportReference } from '../changes/references.server';

export type DocumentKind = 'assessment-report' | 'change-permit';

export type DraftResult = { ok: true; id: string; reference: string } | { ok: false; errors: FieldErrors };

export type Made = { ok: true; model: object } | { ok: false; errors: FieldErrors };

/** What the model of a document is made from. */
export interface DraftMaterial {
  tx: Tx;
  change: ChangeRow;
  assessed: Assessed;
  /** As kept: what the assessment was made from and what came out. */
  dossier: Dossier;
  result: AssessmentResult;
  assessmentNumber: number;
  reference: string;
  /** ISO day of today. */
  date: string;
}

/**
 * Drafts a document on the change as it stands: assesses again if anything changed, takes the next reference, freezes
 * the model. `make` gives the model, or refusals that undo everything. Null when the change does not exist here.
 */
export async function draftDocument(
  actor: Actor,
  changeId: string,
  kind: DocumentKind,
  make: (material: DraftMaterial) => Promise<Made>,
): Promise<DraftResult | null> {
  const undone: { errors: FieldErrors } = { errors: {} };
  try {
    return await inOrganisation(actor, async (tx) => {
      const change = await lockChange(tx, actor.orgId, changeId);
      if (!change) return null;
      if (change.status === 'draft') {
        return {
          ok: false,
          errors: { '': ['Submit the proposal first: a document quotes an assessment that is kept.'] },
        };
      }
      const assessed = await assessWithin(tx, actor, change);
      const kept = await latestAssessment(tx, actor.orgId, changeId);
      if (!kept) throw new Error(`Change ${change.reference} has no assessment`);
      const now = new Date();
      const next = kind === 'change-permit' ? nextPermitReference : nextReportReference;
      const reference = await next(tx, actor.orgId, change);
      const made = await make({
        tx,
        change,
        assessed,
        dossier: kept.dossier as Dossier,
        result: kept.result as AssessmentResult,
        assessmentNumber: kept.number,
        reference,
        date: now.toISOString().slice(0, 10),
      });
      if (!made.ok) {
        undone.errors = made.errors;
        throw undone;
      }
      const [row] = await tx
        .insert(documents)
        .values({
          orgId: actor.orgId,
          changeId,
          assessmentId: kept.id,
          kind,
          reference,
          model: made.model,
          issuedAt: now,
          createdBy: actor.userId,
          createdByName: actor.name,
        })
        .returning({ id: documents.id });
      if (!row) throw new Error('The document was not stored');
      const drafted: AuditEvent = {
        action: kind === 'change-permit' ? 'document.permit' : 'document.drafted',
        object: { type: 'document', id: row.id, ref: reference },
        detail: { kind, change: change.reference, assessment: kept.number },
      };
      await record(tx, auditActor(actor), ...assessed.events, drafted);
      return { ok: true, id: row.id, reference };
    });
  } catch (error) {
    if (error === undone) return { ok: false, errors: undone.errors };
    throw error;
  }
}
