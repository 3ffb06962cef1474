/** Four axes of risk before and after, hazards, what was accepted until when, and what may have to be reported. */
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Confidence } from '../../app/regulation/chart';
import { changes } from './changes.server';
import { editable, tenantRow } from './columns.server';
import type { SignatureMethod } from './sign-off.server';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export type RiskAxis = 'patient_safety' | 'security' | 'regulatory' | 'continuity';
export type RiskMoment = 'before' | 'after';

/** One axis at one moment: consequence and likelihood from 1 to 5, with the reason. A later rating supersedes. */
export const riskRatings = pgTable(
  'risk_ratings',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    axis: text('axis').$type<RiskAxis>().notNull(),
    moment: text('moment').$type<RiskMoment>().notNull(),
    consequence: integer('consequence').notNull(),
    likelihood: integer('likelihood').notNull(),
    because: text('because').notNull(),
    ratedBy: uuid('rated_by').notNull(),
    ratedByName: text('rated_by_name').notNull(),
    ratedAt: moment('rated_at').notNull().defaultNow(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('risk_ratings_one_current').on(t.orgId, t.changeId, t.axis, t.moment).where(sql`superseded_at is null`),
    check('risk_ratings_scale', sql`consequence between 1 and 5 and likelihood between 1 and 5`),
  ],
);

/** One line of the hazard log (DCB0160). Null: not judged yet. */
export const hazards = pgTable(
  'hazards',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    cause: text('cause').notNull().default(''),
    effect: text('effect').notNull().default(''),
    existingControls: text('existing_controls').notNull().default(''),
    beforeConsequence: integer('before_consequence'),
    beforeLikelihood: integer('before_likelihood'),
    furtherControls: text('further_controls').notNull().default(''),
    afterConsequence: integer('after_consequence'),
    afterLikelihood: integer('after_likelihood'),
    status: text('status').$type<'open' | 'controlled' | 'accepted' | 'closed'>().notNull().default('open'),
    ownerName: text('owner_name').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('hazards_number_once').on(t.orgId, t.changeId, t.number),
    check(
      'hazards_scale',
      sql`(before_consequence is null) = (before_likelihood is null) and (after_consequence is null) = (after_likelihood is null)
        and coalesce(before_consequence, 1) between 1 and 5 and coalesce(before_likelihood, 1) between 1 and 5
        and coalesce(after_consequence, 1) between 1 and 5 and coalesce(after_likelihood, 1) between 1 and 5`,
    ),
  ],
);

/** Somebody accepted what is left of a risk, until a day. Signed, and looked at again. */
export const riskAcceptances = pgTable(
  'risk_acceptances',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    what: text('what').notNull(),
    because: text('because').notNull(),
    /** The axes after the change as they stood when it was accepted. */
    ratings: jsonb('ratings').$type<Record<string, { consequence: number; likelihood: number }>>().notNull(),
    acceptedBy: uuid('accepted_by').notNull(),
    acceptedByName: text('accepted_by_name').notNull(),
    acceptedAt: moment('accepted_at').notNull(),
    method: text('method').$type<SignatureMethod>().notNull(),
    payload: text('payload').notNull(),
    payloadSha256: text('payload_sha256').notNull(),
    reviewOn: date('review_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    /** The acceptance that this one renews. */
    renews: uuid('renews'),
    /** Renewed, ended because the change is gone, or withdrawn. Past its day and not ended, it is overdue and still in force. */
    endedAt: moment('ended_at'),
    endedReason: text('ended_reason').notNull().default(''),
    endedByName: text('ended_by_name').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('risk_acceptances_number_once').on(t.orgId, t.changeId, t.number),
    index('risk_acceptances_in_force').on(t.orgId, t.expiresOn, t.id).where(sql`ended_at is null`),
    check('risk_acceptances_way_of_time', sql`review_on <= expires_on`),
  ],
);

/** A clock that a report to an authority would run under, as the rule library words it. */
export interface ReportClock {
  regime: string;
  what: string;
  citation: string;
  /** How sure the library is of it. */
  mark: Confidence;
  /** The time limit in words, as the library has it. */
  within: string;
  /** ISO day; null: the limit names no number of days, or the day it counts from is not known. */
  due: string | null;
  who: string;
  /** False while an answer it hangs on is not known. */
  certain: boolean;
}

/** Incident, field safety corrective action or trend: a checklist, not a verdict. A named person decides. */
export const reportabilityTriages = pgTable(
  'reportability_triages',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    answers: jsonb('answers').$type<Record<string, string>>().notNull(),
    awareOn: date('aware_on').notNull(),
    clocks: jsonb('clocks').$type<ReportClock[]>().notNull(),
    note: text('note').notNull().default(''),
    deciderId: uuid('decider_id').notNull(),
    deciderName: text('decider_name').notNull(),
    decision: text('decision').$type<'report' | 'no_report'>(),
    decisionReason: text('decision_reason').notNull().default(''),
    decidedAt: moment('decided_at'),
    reportReference: text('report_reference').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('reportability_triages_number_once').on(t.orgId, t.changeId, t.number),
    index('reportability_triages_waiting').on(t.orgId, t.deciderId, t.id).where(sql`decision is null`),
  ],
);
