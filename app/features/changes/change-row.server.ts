/** Reading one change for an edit, and moving it from state to state: the gate that every writer passes. */
import { and, eq } from 'drizzle-orm';
import type { Tenant, Tx } from '../../../db/client.server';
import { changes } from '../../../db/schema/index.server';
import { presentMoment } from '../today';
import { type ChangeStatus, isChangeStatus, type Move, transition } from './change-status';

export type ChangeRow = typeof changes.$inferSelect & { status: ChangeStatus };

const typed = (row: typeof changes.$inferSelect): ChangeRow => {
  const { status } = row;
  if (!isChangeStatus(status)) throw new Error(`Change ${row.reference} has the unknown state ${status}`);
  return { ...row, status };
};

/** The change, or null when it does not exist in this organisation. */
export async function readChange(tx: Tx, orgId: string, id: string): Promise<ChangeRow | null> {
  const [row] = await tx
    .select()
    .from(changes)
    .where(and(eq(changes.orgId, orgId), eq(changes.id, id)));
  return row ? typed(row) : null;
}

/** As `readChange`, and nobody else writes this change until the transaction ends. */
export async function lockChange(tx: Tx, orgId: string, id: string): Promise<ChangeRow | null> {
  const [row] = await tx
    .select()
    .from(changes)
    .where(and(eq(changes.orgId, orgId), eq(changes.id, id)))
    .for('update');
  return row ? typed(row) : null;
}

/** Reference of the object in an audit event. */
export const changeObject = (change: { id: string; reference: string }) => ({
  type: 'change',
  id: change.id,
  ref: change.reference,
});

/**
 * Moves a change; nothing else in the application writes its state. `update … where status = …` lets one of two
 * writers win even if a caller forgot to lock.
 */
export async function moveChange(
  tx: Tx,
  actor: Tenant,
  change: ChangeRow,
  move: Move,
): Promise<{ ok: true; change: ChangeRow } | { ok: false; message: string }> {
  const next = transition(change.status, move);
  if (!next.ok) return next;
  const [row] = await tx
    .update(changes)
    .set({ status: next.to, updatedAt: presentMoment(), updatedBy: actor.userId })
    .where(and(eq(changes.orgId, actor.orgId), eq(changes.id, change.id), eq(changes.status, change.status)))
    .returning();
  if (!row) return { ok: false, message: 'Somebody else has moved this change meanwhile. Reload the page.' };
  return { ok: true, change: typed(row) };
}
