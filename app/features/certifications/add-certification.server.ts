/** Adding a certification to a model, with its source. */
import { inOrganisation } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { lockModel } from '../devices/model-row.server';
import { sourceColumns, sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignaturesOfModel } from '../sign-off/review-signatures.server';
import { CERTIFICATION_FIELDS, certificationInWords } from './certification-fields';
import { type CertificationInput, certificationValues, unknownInCertification } from './certification-form';

/** Adds a certification; null when the organisation has no such model. */
export const addCertification = (
  actor: Actor,
  modelId: string,
  input: CertificationInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired. Restore it before you add a certification.');
    const values = certificationValues(input);
    const source = sourceOf(input);
    const [row] = await tx
      .insert(certifications)
      .values({
        orgId: actor.orgId,
        modelId,
        ...values,
        ...sourceColumns(source),
        createdBy: actor.userId,
        updatedBy: actor.userId,
      })
      .returning({ id: certifications.id });
    if (!row) throw new Error('The certification was not stored');
    const statements = statementsOf(CERTIFICATION_FIELDS, {
      before: null,
      after: values,
      unknown: unknownInCertification(input),
      confirms: false,
      current: {},
    });
    await stateFacts(tx, actor, { type: 'certification', id: row.id }, statements, source, { known: false });
    const voided = await reviewSignaturesOfModel(tx, actor, modelId);
    await record(tx, auditActor(actor), ...voided, {
      action: 'certification.created',
      object: { type: 'certification', id: row.id, ref: certificationInWords(values) },
      detail: { modelId, stated: statements.map((one) => ({ ...one })), source: { ...source } },
    });
    return saved(row.id);
  });
