/** Reading the communication matrix of a model. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { flows } from '../../../db/schema/index.server';
import { type Source, sourceOfColumns } from '../provenance/source';
import type { FlowValues } from './flow-form';

export type FlowRow = typeof flows.$inferSelect;

export interface FlowView extends FlowValues {
  id: string;
  version: number;
  source: Source;
}

/** Most flows a matrix shows and a check takes. */
export const MOST_IN_MATRIX = 1000;

export const flowView = (row: FlowRow): FlowView => ({
  id: row.id,
  version: row.version,
  peer: row.peer,
  peerNetwork: row.peerNetwork,
  direction: row.direction,
  protocol: row.protocol,
  portFrom: row.portFrom,
  portTo: row.portTo,
  purpose: row.purpose,
  clinical: row.clinical,
  seenOn: row.seenOn,
  source: sourceOfColumns(row),
});

/** The flows of a model that are not retired: clinical ones first, then those of which nobody said, by peer. */
export async function flowsOf(tx: Tx, orgId: string, modelId: string): Promise<FlowView[]> {
  const rows = await tx
    .select()
    .from(flows)
    .where(and(eq(flows.orgId, orgId), eq(flows.modelId, modelId), isNull(flows.retiredAt)))
    .orderBy(
      sql`case when ${flows.clinical} then 0 when ${flows.clinical} is null then 1 else 2 end`,
      asc(sql`lower(left(${flows.peer}, 120))`),
      asc(flows.portFrom),
      asc(flows.id),
    )
    .limit(MOST_IN_MATRIX);
  return rows.map(flowView);
}

/** Locks and reads a flow of a model; null when it is not there, or retired. */
export async function lockFlow(tx: Tx, orgId: string, modelId: string, id: string): Promise<FlowRow | null> {
  const [row] = await tx
    .select()
    .from(flows)
    .where(and(eq(flows.orgId, orgId), eq(flows.modelId, modelId), eq(flows.id, id), isNull(flows.retiredAt)))
    .for('update');
  return row ?? null;
}
