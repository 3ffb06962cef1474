/** Taking a certification out of force: withdrawn, replaced, or entered by mistake. It stays readable. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { RetireInput } from '../retire-form';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSignedChanges, reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { certificationInWords } from './certification-fields';
import { lockCertification } from './certification-row.server';

/** Retires a certification; null when the organisation has no such certification of that model. */
export const retireCertification = (
  actor: Actor,
  modelId: string,
  id: string,
  { reason }: RetireInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    await lockSignedChanges(tx, actor.orgId, modelId);
    const row = await lockCertification(tx, actor.orgId, modelId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This certification is retired already.');
    const now = new Date();
    await tx
      .update(certifications)
      .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(certifications.orgId, actor.orgId), eq(certifications.id, id)));
    const voided = await reviewSignaturesOfModel(tx, actor, modelId);
    await record(tx, auditActor(actor), ...voided, {
      action: 'certification.retired',
      object: { type: 'certification', id, ref: certificationInWords(row) },
      detail: { modelId, version: row.version + 1 },
      reason,
    });
    return saved(id);
  });
