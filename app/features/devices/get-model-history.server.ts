/** What was said about a model, and what was done to it. */
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { auditEvents } from '../../../db/schema/index.server';
import { ACTIONS, type Action } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { isRole, ROLE_LABELS } from '../../guard/roles';
import { factHistory } from '../provenance/facts-of.server';
import type { Fact } from '../provenance/source';
import { type ModelHeader, modelHeader } from './model-header.server';

export interface Act {
  seq: number;
  at: string;
  by: string;
  /** What was done, in words. */
  what: string;
  about: string;
  reason: string | null;
}

export interface ModelHistory {
  model: ModelHeader;
  /** Newest first. */
  facts: Fact[];
  acts: Act[];
}

const MOST_ACTS = 100;

/** The acts recorded about one object, newest first. */
export async function actsOn(tx: Tx, orgId: string, type: string, id: string): Promise<Act[]> {
  const rows = await tx
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.orgId, orgId), eq(auditEvents.objectType, type), eq(auditEvents.objectId, id)))
    .orderBy(desc(auditEvents.seq))
    .limit(MOST_ACTS);
  return rows.map(asAct);
}

const asAct = (row: typeof auditEvents.$inferSelect): Act => ({
  seq: row.seq,
  at: row.at,
  by: `${row.actorName} · ${isRole(row.actorRole) ? ROLE_LABELS[row.actorRole] : row.actorRole}`,
  what: row.action in ACTIONS ? ACTIONS[row.action as Action] : row.action,
  about: row.objectRef ?? '',
  reason: row.reason,
});

/** Reads the history of a model and of its certifications; null when the organisation has no such model. */
export const getModelHistory = (actor: Actor, modelId: string): Promise<ModelHistory | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const rows = await tx
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.orgId, actor.orgId),
          or(
            and(eq(auditEvents.objectType, 'model'), eq(auditEvents.objectId, modelId)),
            and(
              eq(auditEvents.objectType, 'certification'),
              inArray(
                auditEvents.objectId,
                sql`(select id::text from certifications where org_id = ${actor.orgId} and model_id = ${modelId})`,
              ),
            ),
          ),
        ),
      )
      .orderBy(desc(auditEvents.seq))
      .limit(MOST_ACTS);
    return {
      model,
      // The answers of the MDS2 form have a history of their own beside the form.
      facts: await factHistory(tx, actor.orgId, { type: 'model', id: modelId }, { beginning: 'mds2.', not: true }),
      acts: rows.map(asAct),
    };
  });
