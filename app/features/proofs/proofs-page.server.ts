/** What was shown of the measures on one model, and what is still needed. A fixed number of queries. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, controlProofs } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { MEASURES, type MeasureId } from '../../regulation/options/measures';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { today } from '../today';
import { type ControlState, controlStateOf, type ProofResult } from './control-state';
import { controlState } from './control-state.server';

export interface RecordedProof {
  id: string;
  measure: string;
  proof: string;
  result: ProofResult;
  takenOn: string;
  staleOn: string;
  document: string;
  note: string;
  recordedByName: string;
  change: { id: string; reference: string } | null;
}

export interface ProofsPage {
  model: ModelHeader;
  today: string;
  controls: (ControlState & { label: string })[];
  /** Newest first, the latest only. */
  recorded: RecordedProof[];
  changes: { id: string; reference: string; title: string }[];
  mayRecord: boolean;
}

const MOST_RECORDED = 50;
const MOST_CHANGES = 50;

/** Null when the organisation has no such model. */
export const proofsOfModel = (actor: Actor, modelId: string): Promise<ProofsPage | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const day = today();
    const states = (await controlState(tx, actor.orgId, [modelId], day)).get(modelId) ?? new Map();
    const stateOf = (measure: MeasureId): ControlState => states.get(measure) ?? controlStateOf(measure, [], day);
    return {
      model,
      today: day,
      controls: MEASURES.map(({ id, label }) => ({ ...stateOf(id), label })),
      recorded: await recordedOn(tx, actor.orgId, modelId),
      changes: await changesOn(tx, actor.orgId, modelId),
      mayRecord: can(actor, 'option:write') && !model.retiredAt,
    };
  });

async function recordedOn(tx: Tx, orgId: string, modelId: string): Promise<RecordedProof[]> {
  const rows = await tx
    .select({ row: controlProofs, reference: changes.reference })
    .from(controlProofs)
    .leftJoin(changes, and(eq(changes.orgId, controlProofs.orgId), eq(changes.id, controlProofs.changeId)))
    .where(and(eq(controlProofs.orgId, orgId), eq(controlProofs.modelId, modelId), isNull(controlProofs.retiredAt)))
    .orderBy(desc(controlProofs.takenOn), desc(controlProofs.createdAt), desc(controlProofs.id))
    .limit(MOST_RECORDED);
  return rows.map(({ row, reference }) => ({
    ...{ id: row.id, measure: row.measure, proof: row.proof, result: row.result },
    ...{ takenOn: row.takenOn, staleOn: row.staleOn, document: row.document, note: row.note },
    recordedByName: row.recordedByName,
    change: row.changeId && reference ? { id: row.changeId, reference } : null,
  }));
}

const changesOn = (tx: Tx, orgId: string, modelId: string) =>
  tx
    .select({ id: changes.id, reference: changes.reference, title: sql<string>`left(${changes.title}, 120)` })
    .from(changes)
    .where(and(eq(changes.orgId, orgId), eq(changes.modelId, modelId)))
    .orderBy(desc(changes.id))
    .limit(MOST_CHANGES);
