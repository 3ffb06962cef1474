/** Patches of a model and what its maker says of them: reading them with what replaces what, and writing them. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { patchValidations } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { conflictOver } from '../conflict.server';
import { type ModelHeader, modelHeader } from '../devices/model-header.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { type Source, sourceColumns, sourceInWords, sourceOf, sourceOfColumns } from '../provenance/source';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { PATCH_FIELDS, type PatchInput, type PatchValues } from './patch-form';
import { type ResolvedPatch, resolvePatches } from './supersedence';

export interface PatchView extends PatchValues {
  id: string;
  version: number;
  source: Source;
}

export interface PatchesPage {
  model: ModelHeader;
  /** Newest first. */
  patches: ResolvedPatch<PatchView>[];
  mayEdit: boolean;
  mayAsk: boolean;
}

/** Most patches of one model. */
const MOST = 1000;

type Row = typeof patchValidations.$inferSelect;

const viewOf = (row: Row): PatchView => ({
  ...{ id: row.id, version: row.version, patch: row.patch, title: row.title, published: row.published },
  ...{ supersedes: row.supersedes, cves: row.cves, state: row.state, validatedOn: row.validatedOn },
  source: sourceOfColumns(row),
});

/** Null when the organisation has no such model. */
export const getPatches = (actor: Actor, modelId: string): Promise<PatchesPage | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await modelHeader(tx, actor.orgId, modelId);
    if (!model) return null;
    const rows = await tx
      .select()
      .from(patchValidations)
      .where(
        and(
          eq(patchValidations.orgId, actor.orgId),
          eq(patchValidations.modelId, modelId),
          isNull(patchValidations.retiredAt),
        ),
      )
      .orderBy(sql`${patchValidations.published} desc nulls last`, desc(patchValidations.id))
      .limit(MOST);
    return {
      model,
      patches: resolvePatches(rows.map(viewOf)),
      mayEdit: can(actor, 'device:write') && !model.retiredAt,
      mayAsk: can(actor, 'document:draft'),
    };
  });

async function lockPatch(tx: Tx, orgId: string, modelId: string, id: string): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(patchValidations)
    .where(
      and(
        eq(patchValidations.orgId, orgId),
        eq(patchValidations.modelId, modelId),
        eq(patchValidations.id, id),
        isNull(patchValidations.retiredAt),
      ),
    )
    .for('update');
  return row ?? null;
}

const TAKEN = {
  patch_validations_once: refused('patch', 'This patch stands in the list already. Edit it there.'),
};

/** Adds a patch, or saves an edit of one; null when there is no such model or patch. */
export const savePatch = (actor: Actor, modelId: string, input: PatchInput): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      const model = await lockModel(tx, actor.orgId, modelId);
      if (!model) return null;
      if (model.retiredAt) return refused('', 'This model is retired. Restore it before you edit its patches.');
      const row = input.id ? await lockPatch(tx, actor.orgId, modelId, input.id) : null;
      if (input.id && !row) return null;
      const { patch, title, published, supersedes, cves, state, validatedOn } = input;
      const values: PatchValues = { patch, title, published, supersedes, cves, state, validatedOn };
      const source = sourceOf(input);
      const columns = { ...values, ...sourceColumns(source), updatedAt: new Date(), updatedBy: actor.userId };
      const [was, is] = [row && sourceInWords(sourceOfColumns(row)), sourceInWords(source)];
      const none = { ...values, patch: '', title: '', published: null, supersedes: [], cves: [], validatedOn: null };
      const changed = [
        ...fieldChanges(PATCH_FIELDS, row ?? none, values),
        ...(was === is ? [] : [{ field: 'source', label: 'Source', from: was, to: is }]),
      ];
      if (row && input.version !== row.version) {
        const conflict = await conflictOver(tx, row, changed);
        if (conflict) return conflict;
      }
      if (row && changed.length === 0) return saved(row.id);
      const [written] = row
        ? await tx
            .update(patchValidations)
            .set({ ...columns, version: row.version + 1 })
            .where(and(eq(patchValidations.orgId, actor.orgId), eq(patchValidations.id, row.id)))
            .returning({ id: patchValidations.id })
        : await tx
            .insert(patchValidations)
            .values({ orgId: actor.orgId, modelId, ...columns, createdBy: actor.userId })
            .returning({ id: patchValidations.id });
      if (!written) throw new Error('A patch was not stored');
      await record(tx, auditActor(actor), {
        action: 'patch.stated',
        object: modelObject(modelId, model.values),
        detail: { patch, state, changed: changed.map((one) => ({ ...one })), source: { ...source } },
      });
      return saved(written.id);
    }),
  );

/** Takes a patch off the list, with a reason; null when there is none. */
export const retirePatch = (
  actor: Actor,
  modelId: string,
  { patch, reason }: { patch: string; reason: string },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const model = await lockModel(tx, actor.orgId, modelId);
    const row = model && (await lockPatch(tx, actor.orgId, modelId, patch));
    if (!model || !row) return null;
    const now = new Date();
    await tx
      .update(patchValidations)
      .set({ retiredAt: now, updatedAt: now, updatedBy: actor.userId, version: row.version + 1 })
      .where(and(eq(patchValidations.orgId, actor.orgId), eq(patchValidations.id, patch)));
    await record(tx, auditActor(actor), {
      action: 'patch.stated',
      object: modelObject(modelId, model.values),
      detail: { patch: row.patch, state: row.state, retired: true },
      reason,
    });
    return saved(patch);
  });
