/** What people gave for the options of a change: read, and put into what the comparison takes. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeOptions } from '../../../db/schema/index.server';
import type { Estimate, OptionId, OptionInput } from '../../regulation/options/option-result';
import type { OptionValues, Range } from './option-form';

export type OptionRow = typeof changeOptions.$inferSelect;

/** Everything given for the options of a change. */
export const optionRows = (tx: Tx, orgId: string, changeId: string): Promise<OptionRow[]> =>
  tx
    .select()
    .from(changeOptions)
    .where(and(eq(changeOptions.orgId, orgId), eq(changeOptions.changeId, changeId)));

/** What was given for one option; null when nothing was. */
export async function optionRow(tx: Tx, orgId: string, changeId: string, option: string): Promise<OptionRow | null> {
  const [row] = await tx
    .select()
    .from(changeOptions)
    .where(and(eq(changeOptions.orgId, orgId), eq(changeOptions.changeId, changeId), eq(changeOptions.option, option)));
  return row ?? null;
}

/** A row as the form knows it. */
export const rowValues = (row: OptionRow): OptionValues => ({
  downtime: { least: row.downtimeLeast, most: row.downtimeMost, source: row.downtimeSource },
  staff: { least: row.staffLeast, most: row.staffMost, source: row.staffSource },
  lead: { least: row.leadLeast, most: row.leadMost, source: row.leadSource },
  evidence: row.evidence,
  evidenceDocument: row.evidenceDocument,
  evidenceUntil: row.evidenceUntil,
  note: row.note,
});

/** The columns of what a form says. */
export const rowColumns = ({ downtime, staff, lead, ...rest }: OptionValues) => ({
  downtimeLeast: downtime.least,
  downtimeMost: downtime.most,
  downtimeSource: downtime.source,
  staffLeast: staff.least,
  staffMost: staff.most,
  staffSource: staff.source,
  leadLeast: lead.least,
  leadMost: lead.most,
  leadSource: lead.source,
  ...rest,
});

const estimate = ({ least, most, source }: Range): Estimate | undefined =>
  least === null || most === null ? undefined : { least, most, source };

/** An option with what was given for it; nothing but its id where nobody said anything. */
export function optionInput(option: OptionId, row: OptionRow | undefined): OptionInput {
  if (!row) return { option };
  const { downtime, staff, lead, evidence, evidenceDocument, evidenceUntil } = rowValues(row);
  const [downtimeHours, staffHours, leadTimeDays] = [downtime, staff, lead].map(estimate);
  return {
    option,
    ...(downtimeHours && { downtimeHours }),
    ...(staffHours && { staffHours }),
    ...(leadTimeDays && { leadTimeDays }),
    ...(evidence !== '' && { evidence: { says: evidence, document: evidenceDocument, validUntil: evidenceUntil } }),
  };
}
