/** Setting the clocks for a supplier and severity, or going back to what holds otherwise. Letters sent before keep theirs. */
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { clockPolicies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Action, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { type FieldErrors, type Kept, keptOf } from '../changes/posted';
import { policyRow } from './policies.server';
import { type Policy, STAGES } from './policy';
import { PolicyForm, type PolicySeverity, type PolicyWish } from './policy-form';

interface Asked {
  supplierId: string | null;
  severity: PolicySeverity;
}

export type PolicyAct =
  | { ok: true; wished: null }
  /** Nothing was saved: what it would change is shown. */
  | { ok: true; wished: Policy; kept: Kept }
  | { ok: false; errors: FieldErrors; kept: Kept };

const MOVED = 'Somebody else changed these clocks after you opened them. Open the page again to see what holds now.';

const policyOf = (wish: PolicyWish): Policy => ({
  stages: Object.fromEntries(
    STAGES.map((stage) => [stage, { days: wish[`${stage}Days`], unit: wish[`${stage}Unit`], origin: '' }]),
  ) as Policy['stages'],
  reminderOffsets: wish.reminderOffsets,
  escalateAfter: wish.escalateAfter,
  calendar: wish.calendar,
});

/** Carries out the form: saves, shows what would change, or removes. */
export async function setPolicy(actor: Actor, asked: Asked, form: FormData): Promise<PolicyAct> {
  const kept = keptOf(form);
  const posted = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  const parsed = PolicyForm.safeParse(posted);
  const intent = form.get('intent');
  if (!parsed.success && intent !== 'remove') {
    return { ok: false, kept, errors: z.flattenError(parsed.error).fieldErrors as FieldErrors };
  }
  if (parsed.success && intent === 'preview') return { ok: true, kept, wished: policyOf(parsed.data) };
  const version = z.coerce.number().int().catch(-1).parse(posted.version);
  const done = await inOrganisation(actor, async (tx) => {
    const row = await policyRow(tx, actor.orgId, asked);
    if ((row?.version ?? 0) !== version) return false;
    const mine = (id: string) =>
      and(eq(clockPolicies.orgId, actor.orgId), eq(clockPolicies.id, id), eq(clockPolicies.version, version));
    const stamp = { version: version + 1, updatedAt: new Date(), updatedBy: actor.userId };
    if (intent === 'remove') {
      if (!row) return false;
      const gone = await tx
        .update(clockPolicies)
        .set({ ...stamp, retiredAt: new Date() })
        .where(mine(row.id))
        .returning();
      if (gone.length === 0) return false;
      await note(row.id, { before: valuesOf(row), after: null });
      return true;
    }
    if (!parsed.success) return false;
    const { version: _, ...values } = parsed.data;
    const saved = row
      ? await tx
          .update(clockPolicies)
          .set({ ...values, ...stamp })
          .where(mine(row.id))
          .returning()
      : await tx
          .insert(clockPolicies)
          .values({ ...values, ...asked, orgId: actor.orgId, createdBy: actor.userId, updatedBy: actor.userId })
          .onConflictDoNothing()
          .returning();
    if (!saved[0]) return false;
    await note(saved[0].id, { before: row ? valuesOf(row) : null, after: valuesOf(saved[0]) });
    return true;

    function note(id: string, detail: Record<string, Json>) {
      const ref = `clocks: ${asked.supplierId ? 'one supplier' : 'all suppliers'}, ${asked.severity || 'every severity'}`;
      const action: Action = 'clock.policy_set';
      return record(tx, auditActor(actor), { action, object: { type: 'clock_policy', id, ref }, detail });
    }
  });
  return done ? { ok: true, wished: null } : { ok: false, kept, errors: { '': [MOVED] } };
}

const valuesOf = (row: typeof clockPolicies.$inferSelect): Record<string, Json> => ({
  ...{ supplier: row.supplierId, severity: row.severity, calendar: row.calendar, why: row.why },
  acknowledge: `${row.acknowledgeDays} ${row.acknowledgeUnit}`,
  position: `${row.positionDays} ${row.positionUnit}`,
  fix: `${row.fixDays} ${row.fixUnit}`,
  ...{ reminders: row.reminderOffsets, escalate_after: row.escalateAfter },
});
