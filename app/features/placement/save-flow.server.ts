/** Writing the communication matrix: one flow, or many pasted lines. Two editors: the second is told and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { flows } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { conflictOver } from '../conflict.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { type Source, sourceColumns, sourceInWords, sourceOf, sourceOfColumns } from '../provenance/source';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { FLOW_FIELDS, type FlowInput, type FlowValues, flowValues, type PasteInput } from './flow-form';
import { lockFlow, MOST_IN_MATRIX } from './flow-rows.server';

const RETIRED = 'This model is retired. Restore it before you edit its communication matrix.';

const inWords = (values: FlowValues): Json =>
  Object.fromEntries(FLOW_FIELDS.map(({ field, of }) => [field, (of(values) ?? null) as Json]));

async function declare(
  tx: Tx,
  actor: Actor,
  modelId: string,
  all: readonly FlowValues[],
  source: Source,
): Promise<SaveResult | null> {
  const model = await lockModel(tx, actor.orgId, modelId);
  if (!model) return null;
  if (model.retiredAt) return refused('', RETIRED);
  const present = await tx.$count(flows, and(eq(flows.orgId, actor.orgId), eq(flows.modelId, modelId)));
  if (present + all.length > MOST_IN_MATRIX * 2)
    return refused('', 'The matrix of this model is full. Retire lines first.');
  await tx.insert(flows).values(
    all.map((values) => ({
      orgId: actor.orgId,
      modelId,
      ...values,
      ...sourceColumns(source),
      createdBy: actor.userId,
      updatedBy: actor.userId,
    })),
  );
  const event: AuditEvent = {
    action: 'flow.declared',
    object: modelObject(modelId, model.values),
    detail: { flows: all.map(inWords), source: { ...source } },
  };
  await record(tx, auditActor(actor), event);
  return saved(modelId);
}

/** Adds one flow; null when the organisation has no such model. */
export const addFlow = (actor: Actor, modelId: string, input: FlowInput): Promise<SaveResult | null> =>
  inOrganisation(actor, (tx) => declare(tx, actor, modelId, [flowValues(input)], sourceOf(input)));

/** Adds every pasted line, or none; null when the organisation has no such model. */
export const pasteFlows = (actor: Actor, modelId: string, input: PasteInput): Promise<SaveResult | null> =>
  inOrganisation(actor, (tx) => declare(tx, actor, modelId, input.lines, sourceOf(input)));

/** Saves an edit; null when the organisation has no such flow of that model, or it is retired. */
export const editFlow = (actor: Actor, modelId: string, flowId: string, input: FlowInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    const row = model && (await lockFlow(tx, actor.orgId, modelId, flowId));
    if (!model || !row) return null;
    if (model.retiredAt) return refused('', RETIRED);
    const values = flowValues(input);
    const source = sourceOf(input);
    const [was, is] = [sourceInWords(sourceOfColumns(row)), sourceInWords(source)];
    const changed = [
      ...fieldChanges<FlowValues>(FLOW_FIELDS, row, values),
      ...(was === is ? [] : [{ field: 'source', label: 'Source', from: was, to: is }]),
    ];
    if (input.version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(flowId);
    await tx
      .update(flows)
      .set({
        ...{ ...values, ...sourceColumns(source) },
        ...{ version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId },
      })
      .where(and(eq(flows.orgId, actor.orgId), eq(flows.id, flowId)));
    await record(tx, auditActor(actor), {
      action: 'flow.changed',
      object: modelObject(modelId, model.values),
      detail: { flow: flowId, version: row.version + 1, changed: changed.map((one) => ({ ...one })) },
    });
    return saved(flowId);
  });

/** Takes a flow out of the matrix, with a reason; null when there is no such flow. */
export const retireFlow = (
  actor: Actor,
  modelId: string,
  flowId: string,
  { reason }: { reason: string },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    const row = model && (await lockFlow(tx, actor.orgId, modelId, flowId));
    if (!model || !row) return null;
    const now = new Date();
    await tx
      .update(flows)
      .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(flows.orgId, actor.orgId), eq(flows.id, flowId)));
    await record(tx, auditActor(actor), {
      action: 'flow.retired',
      object: modelObject(modelId, model.values),
      detail: { flow: flowId, was: inWords(row) },
      reason,
    });
    return saved(flowId);
  });
