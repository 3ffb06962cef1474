/** Withdrawing a record of training that should not count: it stays readable, and the pen goes at once. */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { trainingRecords } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { refused, type SaveResult, saved } from '../save-result';
import { personOf } from './person-of.server';

/** Null when the organisation has no such person, or the person no such record. */
export const withdrawTraining = (
  actor: Actor,
  personId: string,
  input: { record: string; reason: string },
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const person = await personOf(tx, actor.orgId, personId);
    if (!person) return null;
    if (!can(actor, 'training:manage')) return refused('', 'Your role withdraws no training.');
    if (!z.uuid().safeParse(input.record).success) return null;
    const mine = and(
      eq(trainingRecords.orgId, actor.orgId),
      eq(trainingRecords.personId, personId),
      eq(trainingRecords.id, input.record),
    );
    const [row] = await tx.select().from(trainingRecords).where(mine).for('update');
    if (!row) return null;
    if (row.withdrawnAt) return refused('', 'This record is withdrawn already.');
    await tx.update(trainingRecords).set({ withdrawnAt: new Date(), withdrawReason: input.reason }).where(mine);
    await record(tx, auditActor(actor), {
      action: 'training.withdrawn',
      object: { type: 'training', id: row.id, ref: `${row.course}: ${person.name}` },
      detail: { person: personId, course: row.course, completed_on: row.completedOn, expires_on: row.expiresOn },
      reason: input.reason,
    });
    return saved(row.id);
  });
