/** "This cannot wait": the first of two people says so. Nothing is allowed by it yet. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { emergencies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { changeObject, lockChange } from '../changes/change-row.server';
import { transition } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment } from '../today';
import { emergencyOf } from './running-emergency.server';

const mayDeclare = (actor: Actor) => can(actor, 'change:propose') || can(actor, 'change:sign');

/** Null when the change is not here; refused once it is decided, or while another emergency stands. */
export const declareEmergency = (actor: Actor, changeId: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!mayDeclare(actor)) return refused('', 'Your role declares no emergencies.');
    const allowed = transition(change.status, 'act_now');
    if (!allowed.ok) return refused('', allowed.message);
    if (await emergencyOf(tx, actor.orgId, changeId)) return refused('', 'An emergency was declared already.');
    await tx.insert(emergencies).values({
      ...{ orgId: actor.orgId, changeId, reason, declaredAt: presentMoment() },
      ...{ declaredBy: actor.userId, declaredByName: actor.name },
    });
    await record(tx, auditActor(actor), {
      action: 'emergency.declared',
      object: changeObject(change),
      detail: { from: change.status },
      reason,
    });
    return saved(changeId);
  });

/** Taking it back, before a second person confirmed it. Afterwards it has happened, and only signatures end it. */
export const withdrawEmergency = (actor: Actor, changeId: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (!mayDeclare(actor)) return refused('', 'Your role withdraws no emergencies.');
    const emergency = await emergencyOf(tx, actor.orgId, changeId);
    if (!emergency) return refused('', 'There is no emergency to withdraw.');
    if (emergency.confirmedAt) {
      return refused('', `${emergency.confirmedByName} has confirmed it; what was done now has to be signed.`);
    }
    await close(tx, actor.orgId, emergency.id, reason);
    await record(tx, auditActor(actor), {
      action: 'emergency.withdrawn',
      object: changeObject(change),
      detail: { declaredBy: emergency.declaredByName },
      reason,
    });
    return saved(changeId);
  });

const close = (tx: Tx, orgId: string, id: string, withdrawReason: string) =>
  tx
    .update(emergencies)
    .set({ withdrawnAt: presentMoment(), withdrawReason })
    .where(and(eq(emergencies.orgId, orgId), eq(emergencies.id, id), isNull(emergencies.withdrawnAt)));
