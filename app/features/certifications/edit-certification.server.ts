/** Editing a certification. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { conflictOver } from '../conflict.server';
import { currentFacts } from '../provenance/facts-of.server';
import { sourceColumns, sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { fieldChanges, statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { lockSignedChanges, reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { CERTIFICATION_FIELDS, certificationInWords } from './certification-fields';
import { certificationValues, type EditCertificationForm, unknownInCertification } from './certification-form';
import { lockCertification } from './certification-row.server';

/** Saves an edit; null when the organisation has no such certification of that model. */
export const editCertification = (
  actor: Actor,
  modelId: string,
  id: string,
  input: z.output<typeof EditCertificationForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    await lockSignedChanges(tx, actor.orgId, modelId);
    const row = await lockCertification(tx, actor.orgId, modelId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This certification is retired and no longer edited. Add a new one instead.');
    const values = certificationValues(input);
    const changed = fieldChanges(CERTIFICATION_FIELDS, row, values);
    if (input.version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    const subject = { type: 'certification', id } as const;
    const statements = statementsOf(CERTIFICATION_FIELDS, {
      before: row,
      after: values,
      unknown: unknownInCertification(input),
      confirms: input.confirms === 'yes',
      current: await currentFacts(tx, actor.orgId, subject),
    });
    if (statements.length === 0) return saved(id);
    const source = sourceOf(input);
    await tx
      .update(certifications)
      .set({
        ...values,
        // The row's own source is that of the last save; which field it spoke of is in the facts.
        ...sourceColumns(source),
        version: row.version + 1,
        updatedAt: new Date(),
        updatedBy: actor.userId,
      })
      .where(and(eq(certifications.orgId, actor.orgId), eq(certifications.id, id)));
    await stateFacts(tx, actor, subject, statements, source);
    const voided = await reviewSignaturesOfModel(tx, actor, modelId);
    await record(tx, auditActor(actor), ...voided, {
      action: 'certification.changed',
      object: { type: 'certification', id, ref: certificationInWords(values) },
      detail: {
        modelId,
        version: row.version + 1,
        changed: changed.map((one) => ({ ...one })),
        stated: statements.map(({ field }) => field),
        source: { ...source },
      },
    });
    return saved(id);
  });
