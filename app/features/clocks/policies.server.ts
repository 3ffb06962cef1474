/** The clocks an organisation has set, what holds where it set none, and one of them to be edited. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { clockPolicies, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { today } from '../today';
import { CALENDARS, calendarLabel } from './calendar-names';
import { offsetsInWords, termInWords } from './clock-words';
import { placeOf } from './place.server';
import { clocksFrom, stepsFrom } from './plan';
import { defaultPolicy, type Policy, policyFor, policyOfRow, SEVERITY_LABELS, STAGE_LABELS, STAGES } from './policy';
import type { PolicySeverity } from './policy-form';
import type { PoliciesView, PolicyEditView, PolicyLine, PreviewLine } from './policy-views';

type Row = typeof clockPolicies.$inferSelect;

/** More than an organisation has; a page that shows them all stays readable. */
const MOST = 500;

const severityLabel = (severity: PolicySeverity): string =>
  severity === '' ? 'Every severity' : SEVERITY_LABELS[severity];

function lineOf(policy: Policy, key: { supplierId: string | null; severity: PolicySeverity }, supplier: string | null) {
  const search = new URLSearchParams({ supplier: key.supplierId ?? '', severity: key.severity });
  return {
    edit: `/settings/clocks/edit?${search}`,
    supplier,
    severity: severityLabel(key.severity),
    terms: STAGES.map((stage) => termInWords(policy.stages[stage].days, policy.stages[stage].unit)),
    origins: [...new Set(STAGES.map((stage) => policy.stages[stage].origin))],
    reminders: offsetsInWords(policy.reminderOffsets),
    escalation:
      policy.escalateAfter === null ? 'not by itself' : `${termInWords(policy.escalateAfter, 'working')} after`,
    calendar: calendarLabel(policy.calendar),
  } satisfies PolicyLine;
}

const rowsOf = (tx: Tx, orgId: string) =>
  tx
    .select({ row: clockPolicies, supplier: suppliers.name })
    .from(clockPolicies)
    .leftJoin(suppliers, and(eq(suppliers.orgId, clockPolicies.orgId), eq(suppliers.id, clockPolicies.supplierId)))
    .where(and(eq(clockPolicies.orgId, orgId), isNull(clockPolicies.retiredAt)))
    .orderBy(asc(suppliers.name), asc(clockPolicies.severity))
    .limit(MOST);

/** What is set, and the defaults. */
export const listPolicies = (actor: Actor): Promise<PoliciesView> =>
  inOrganisation(actor, async (tx) => {
    const { calendar, timeZone } = await placeOf(tx, actor.orgId);
    const rows = await rowsOf(tx, actor.orgId);
    const makers = await tx
      .select({ value: suppliers.id, label: suppliers.name })
      .from(suppliers)
      .where(and(eq(suppliers.orgId, actor.orgId), isNull(suppliers.retiredAt)))
      .orderBy(asc(suppliers.name), asc(suppliers.id))
      .limit(MOST);
    return {
      set: rows.map(({ row, supplier }) => lineOf(policyOfRow(row, calendar), row, supplier)),
      defaults: (['', 'exploited'] as const).map((severity) => ({
        ...lineOf(defaultPolicy(severity || 'not_rated', calendar), { supplierId: null, severity }, null),
        severity: severity === '' ? 'Not known to be exploited' : SEVERITY_LABELS[severity],
      })),
      suppliers: makers,
      timeZone,
      calendars: CALENDARS.map(({ label, note }) => ({ label, note })),
    };
  });

/** The dates of a letter sent today, as they are and as they would be. */
function previewOf(before: Policy, after: Policy, sentOn: string): PreviewLine[] {
  const [old, young] = [clocksFrom(before, sentOn), clocksFrom(after, sentOn)];
  return young.map((clock, index) => ({
    what: STAGE_LABELS[clock.stage],
    before: old[index]?.dueOn ?? '',
    after: clock.dueOn,
    steps: stepsFrom(clock, after).map(({ kind, plannedOn }) => ({ kind, on: plannedOn })),
  }));
}

interface Asked {
  supplierId: string | null;
  severity: PolicySeverity;
}

/** The row that is set for exactly this supplier and severity. */
export async function policyRow(tx: Tx, orgId: string, { supplierId, severity }: Asked): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(clockPolicies)
    .where(
      and(
        eq(clockPolicies.orgId, orgId),
        supplierId === null ? isNull(clockPolicies.supplierId) : eq(clockPolicies.supplierId, supplierId),
        eq(clockPolicies.severity, severity),
        isNull(clockPolicies.retiredAt),
      ),
    );
  return row;
}

/**
 * One policy to edit: as it is set, or what holds instead. Null when the supplier is not in the register.
 * @param wished what was typed, for the preview; null shows what is set
 */
export const getPolicy = (actor: Actor, asked: Asked, wished: Policy | null): Promise<PolicyEditView | null> =>
  inOrganisation(actor, async (tx) => {
    const { supplierId, severity } = asked;
    const [supplier] = supplierId
      ? await tx
          .select({ name: suppliers.name })
          .from(suppliers)
          .where(and(eq(suppliers.orgId, actor.orgId), eq(suppliers.id, supplierId)))
      : [];
    if (supplierId && !supplier) return null;
    const { calendar } = await placeOf(tx, actor.orgId);
    const row = await policyRow(tx, actor.orgId, asked);
    const rows = (await rowsOf(tx, actor.orgId)).map((one) => one.row);
    const nobody = '00000000-0000-0000-0000-000000000000';
    const one = { supplierId: supplierId ?? nobody, severity: severity || ('not_rated' as const) };
    const now = row ? policyOfRow(row, calendar) : policyFor(rows, one, calendar);
    return {
      supplier: supplier?.name ?? null,
      severity: severityLabel(severity),
      isSet: row !== undefined,
      version: row?.version ?? 0,
      fields: fieldsOf(now, row?.why ?? ''),
      preview: previewOf(now, wished ?? now, today()),
      changed: wished !== null,
      today: today(),
      calendars: CALENDARS.map(({ id, label }) => ({ value: id, label })),
    };
  });

const fieldsOf = (policy: Policy, why: string): Record<string, string> => ({
  ...Object.fromEntries(
    STAGES.flatMap((stage) => [
      [`${stage}Days`, String(policy.stages[stage].days)],
      [`${stage}Unit`, policy.stages[stage].unit],
    ]),
  ),
  reminderOffsets: policy.reminderOffsets.join(', '),
  escalateAfter: policy.escalateAfter === null ? '' : String(policy.escalateAfter),
  calendar: policy.calendar,
  why,
});
