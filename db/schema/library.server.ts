/** What the rule library leaves in the records: which assessments walked which edition, and past ones judged again. */
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Tier } from '../../app/regulation/chart';
import type { Said } from '../../app/regulation/rerun';
import type { Finding } from '../../app/regulation/result';
import { assessments, changes } from './changes.server';
import { tenantRow } from './columns.server';

/** One row an instrument that an assessment walked: "where this was used", found by the key alone, newest first. */
export const assessmentInstruments = pgTable(
  'assessment_instruments',
  {
    orgId: uuid('org_id').notNull(),
    instrument: text('instrument').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    edition: text('edition').notNull(),
    /** Content hash of the edition; empty where the assessment is older than hashes. */
    sha256: text('sha256').notNull(),
    state: text('state').$type<Finding['state']>().notNull(),
    outcomes: text('outcomes').array().notNull(),
    tier: text('tier').$type<Tier>().notNull(),
    worstTier: text('worst_tier').$type<Tier>().notNull(),
    assessedAt: timestamp('assessed_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.instrument, t.assessmentId] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
  ],
);

/** The latest assessment of every change, judged again under other editions. The records it reads stay as they were. */
export const reruns = pgTable(
  'reruns',
  {
    ...tenantRow(),
    /** today: editions in force today. day: those in force on `as_of`. edition: a chosen one, each change on its own day. */
    mode: text('mode').$type<'today' | 'day' | 'edition'>().notNull(),
    asOf: date('as_of'),
    /** Chosen editions by instrument, in the words of the edition. */
    under: jsonb('under').$type<Record<string, string>>().notNull().default({}),
    library: text('library').notNull(),
    status: text('status').$type<'running' | 'done'>().notNull().default('running'),
    /** The last change that was judged; a run that was killed goes on behind it. */
    cursor: uuid('cursor'),
    total: integer('total').notNull(),
    judged: integer('judged').notNull().default(0),
    /** Changes of which at least one instrument says something else. */
    flipped: integer('flipped').notNull().default(0),
    /** Kept dossiers that today's contract does not let in any more. */
    unreadable: integer('unreadable').notNull().default(0),
    startedBy: uuid('started_by').notNull(),
    startedByName: text('started_by_name').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    // What a server looks for when it starts.
    index('reruns_running').on(t.orgId).where(sql`status = 'running'`),
    check('reruns_finished', sql`(status = 'done') = (finished_at is not null)`),
  ],
);

/** One instrument of one change that says something else when judged again. */
export const rerunFlips = pgTable(
  'rerun_flips',
  {
    orgId: uuid('org_id').notNull(),
    rerunId: uuid('rerun_id').notNull(),
    changeId: uuid('change_id').notNull(),
    instrument: text('instrument').notNull(),
    /** Number of the assessment that was judged again. */
    number: integer('number').notNull(),
    before: jsonb('before').$type<Said>().notNull(),
    after: jsonb('after').$type<Said>().notNull(),
    why: text('why').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.rerunId, t.changeId, t.instrument] }),
    foreignKey({ columns: [t.orgId, t.rerunId], foreignColumns: [reruns.orgId, reruns.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
  ],
);
