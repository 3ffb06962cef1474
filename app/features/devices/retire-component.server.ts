/** Taking a component off a model's list: removed by an update, or listed by mistake. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { components } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { type SaveResult, saved } from '../save-result';
import { lockModel, modelObject } from './model-row.server';

/** Retires a component; null when the organisation has no such component of that model, or it is retired already. */
export const retireComponent = (actor: Actor, modelId: string, id: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    const now = new Date();
    const [gone] = await tx
      .update(components)
      .set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId, version: sql`${components.version} + 1` })
      .where(
        and(
          eq(components.orgId, actor.orgId),
          eq(components.modelId, modelId),
          eq(components.id, id),
          isNull(components.retiredAt),
        ),
      )
      .returning({ name: components.name, release: components.release });
    if (!gone) return null;
    await rematch(tx, actor.orgId, { modelId });
    await record(tx, auditActor(actor), {
      action: 'component.retired',
      object: modelObject(modelId, model.values),
      detail: { componentId: id, ...gone },
    });
    return saved(id);
  });
