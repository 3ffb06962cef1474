/** What a change proposes to set, one row a kind: reading it, and writing it with a version. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { proposedSettings } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { conflictOver } from '../conflict.server';
import type { FieldChange } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment } from '../today';

export type SettingsRow = typeof proposedSettings.$inferSelect;
export type SettingsKind = SettingsRow['kind'];

/** Null while nothing is proposed. */
export async function settingsOf(
  tx: Tx,
  orgId: string,
  changeId: string,
  kind: SettingsKind,
): Promise<SettingsRow | null> {
  const [row] = await tx
    .select()
    .from(proposedSettings)
    .where(
      and(eq(proposedSettings.orgId, orgId), eq(proposedSettings.changeId, changeId), eq(proposedSettings.kind, kind)),
    );
  return row ?? null;
}

/**
 * Saves what is proposed; null when the change is not there. Two editors: the second is told and loses nothing.
 * @param changedFrom the fields in which the saved row differs from what is to be saved
 */
export const saveSettings = (
  actor: Actor,
  changeId: string,
  wish: {
    kind: SettingsKind;
    based: number;
    columns: Partial<Pick<SettingsRow, 'rules' | 'otherwise' | 'antivirus'>>;
    changedFrom: (row: SettingsRow | null) => FieldChange[];
    detail: Record<string, Json>;
  },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The lock on the change makes two first writers wait for each other.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: what it proposes stays as it is.`);
    }
    const row = await settingsOf(tx, actor.orgId, changeId, wish.kind);
    const changed = wish.changedFrom(row);
    if (row && wish.based !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(changeId);
    const version = (row?.version ?? 0) + 1;
    const columns = { ...wish.columns, version, updatedAt: presentMoment(), updatedBy: actor.userId };
    if (row) {
      await tx
        .update(proposedSettings)
        .set(columns)
        .where(and(eq(proposedSettings.orgId, actor.orgId), eq(proposedSettings.id, row.id)));
    } else {
      await tx
        .insert(proposedSettings)
        .values({ orgId: actor.orgId, changeId, kind: wish.kind, ...columns, createdBy: actor.userId });
    }
    const fallen = await reviewSignatures(tx, actor, changeId);
    await record(tx, auditActor(actor), ...fallen, {
      action: 'settings.proposed',
      object: changeObject(change),
      detail: { kind: wish.kind, version, ...wish.detail },
    });
    return saved(changeId);
  });
