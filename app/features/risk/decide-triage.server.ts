/** The named person decides whether something is reported. The checklist never does. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { reportabilityTriages } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import type { DecisionInput } from './triage-form';

/** Null when the change or the triage is not there. A decision is made once; a new triage may come to another. */
export const decideTriage = (actor: Actor, changeId: string, input: DecisionInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const here = and(
      eq(reportabilityTriages.orgId, actor.orgId),
      eq(reportabilityTriages.changeId, changeId),
      eq(reportabilityTriages.id, input.triage),
    );
    const [row] = await tx.select().from(reportabilityTriages).where(here);
    if (!row) return null;
    if (row.deciderId !== actor.userId) return refused('', `${row.deciderName} decides this, and nobody else.`);
    if (row.decision !== null) return refused('', 'This is decided already. If more is known, look at it anew.');
    await tx
      .update(reportabilityTriages)
      .set({
        decision: input.decision,
        decisionReason: input.decision_reason,
        decidedAt: new Date(),
        reportReference: input.report_reference,
      })
      .where(and(here, isNull(reportabilityTriages.decision)));
    await record(tx, auditActor(actor), {
      action: 'reportability.decided',
      object: changeObject(change),
      detail: {
        triage: row.id,
        number: row.number,
        decision: input.decision,
        report_reference: input.report_reference,
      },
      reason: input.decision_reason,
    });
    return saved(row.id);
  });
