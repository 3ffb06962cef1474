/** Adding components of a model's software, one or a pasted list. */
import { inOrganisation } from '../../../db/client.server';
import { components } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { sourceColumns, sourceOf } from '../provenance/source';
import { refused, type SaveResult, saved } from '../save-result';
import { lockModel, modelObject } from './model-row.server';
import type { ComponentsInput } from './software-form';

/** Adds components; null when the organisation has no such model. */
export const addComponents = (actor: Actor, modelId: string, input: ComponentsInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refused('', 'This model is retired. Restore it before you add components.');
    const source = sourceOf(input);
    await tx.insert(components).values(
      input.components.map((component) => ({
        orgId: actor.orgId,
        modelId,
        ...component,
        ...sourceColumns(source),
        createdBy: actor.userId,
        updatedBy: actor.userId,
      })),
    );
    await rematch(tx, actor.orgId, { modelId });
    await record(tx, auditActor(actor), {
      action: 'component.created',
      object: modelObject(modelId, model.values),
      detail: { components: input.components.map((one) => ({ ...one })), source: { ...source } },
    });
    return saved(modelId);
  });
