/** Legal holds: while one stands, nothing of its change is disposed of. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, legalHolds } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';

/** The hold that stands on a change; null: none. */
export async function holdOn(tx: Tx, orgId: string, changeId: string) {
  const [row] = await tx
    .select()
    .from(legalHolds)
    .where(
      and(
        eq(legalHolds.orgId, orgId),
        eq(legalHolds.objectType, 'change'),
        eq(legalHolds.objectId, changeId),
        isNull(legalHolds.liftedAt),
      ),
    );
  return row ?? null;
}

/** The holds of an organisation: those that stand first, newest first. */
export const holdsOf = (tx: Tx, orgId: string) =>
  tx
    .select()
    .from(legalHolds)
    .where(eq(legalHolds.orgId, orgId))
    .orderBy(desc(isNull(legalHolds.liftedAt)), desc(legalHolds.id))
    .limit(200);

/** Places a hold on a change, by its reference. */
export const placeHold = (
  actor: Actor,
  { reference, reason }: { reference: string; reason: string },
): Promise<SaveResult> =>
  unlessTaken({ legal_holds_one: refused('reference', 'A hold stands on this change already.') }, () =>
    inOrganisation(actor, async (tx): Promise<SaveResult> => {
      const [named] = await tx
        .select({ id: changes.id })
        .from(changes)
        .where(and(eq(changes.orgId, actor.orgId), eq(changes.reference, reference)));
      // Whoever disposes takes the same lock: a hold is never too late by a moment.
      const change = named && (await lockChange(tx, actor.orgId, named.id));
      if (!change) return refused('reference', 'There is no change of this reference.');
      const [row] = await tx
        .insert(legalHolds)
        .values({
          ...{ orgId: actor.orgId, objectType: 'change', objectId: change.id, objectRef: change.reference },
          ...{ reason, placedByName: actor.name },
        })
        .returning({ id: legalHolds.id });
      if (!row) throw new Error('The hold was not placed');
      await record(tx, auditActor(actor), { action: 'hold.placed', object: changeObject(change), reason });
      return saved(row.id);
    }),
  );

/** Null when there is no such hold here. */
export const liftHold = (
  actor: Actor,
  { holdId, reason }: { holdId: string; reason: string },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const own = and(eq(legalHolds.orgId, actor.orgId), eq(legalHolds.id, holdId));
    const [row] = await tx.select().from(legalHolds).where(own).for('update');
    if (!row) return null;
    if (row.liftedAt) return refused('', `${row.liftedByName} lifted this hold meanwhile.`);
    await tx.update(legalHolds).set({ liftedAt: new Date(), liftedByName: actor.name, liftReason: reason }).where(own);
    await record(tx, auditActor(actor), {
      action: 'hold.lifted',
      object: { type: row.objectType, id: row.objectId, ref: row.objectRef },
      reason,
    });
    return saved(holdId);
  });
