/** What people give for the options of a change: cost and time as ranges with their source, and evidence. */
import { sql } from 'drizzle-orm';
import { check, date, foreignKey, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { changes } from './changes.server';
import { editable, tenantRow } from './columns.server';

const amount = (name: string) => numeric(name, { precision: 10, scale: 2, mode: 'number' });

/** One row for each option that somebody said anything about. What nobody gave stays null: it is not known. */
export const changeOptions = pgTable(
  'change_options',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    /** Id of a measure, or as_proposed (app/regulation/options). */
    option: text('option').notNull(),
    downtimeLeast: amount('downtime_least'),
    downtimeMost: amount('downtime_most'),
    downtimeSource: text('downtime_source').notNull().default(''),
    staffLeast: amount('staff_least'),
    staffMost: amount('staff_most'),
    staffSource: text('staff_source').notNull().default(''),
    leadLeast: amount('lead_least'),
    leadMost: amount('lead_most'),
    leadSource: text('lead_source').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    evidenceDocument: text('evidence_document').notNull().default(''),
    evidenceUntil: date('evidence_until'),
    note: text('note').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    // Two people who describe the same option at once meet here, and the second is told.
    uniqueIndex('change_options_once').on(t.orgId, t.changeId, t.option),
    // Both ends of a range or none, never negative, never the wrong way round.
    check('change_options_downtime', rangeOf(t.downtimeLeast, t.downtimeMost)),
    check('change_options_staff', rangeOf(t.staffLeast, t.staffMost)),
    check('change_options_lead', rangeOf(t.leadLeast, t.leadMost)),
  ],
);

function rangeOf(least: unknown, most: unknown) {
  return sql`(${least} is null and ${most} is null) or (${least} is not null and ${most} is not null and ${least} >= 0 and ${most} >= ${least})`;
}
