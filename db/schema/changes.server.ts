/** Proposed changes, what is known about each, its assessments and its documents. */
import { type SQL, sql } from 'drizzle-orm';
import {
  customType,
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
import type { Who } from '../../app/regulation/chart';
import { editable, jsonValue, provenance, tenantRow } from './columns.server';
import { organisations } from './people.server';
import { deviceModels, units } from './register.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** Next number of each kind of reference, per organisation and year; references are never used again. */
export const referenceCounters = pgTable(
  'reference_counters',
  {
    orgId: uuid('org_id').notNull(),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.kind, t.year] })],
);

export const changes = pgTable(
  'changes',
  {
    ...tenantRow(),
    reference: text('reference').notNull(),
    modelId: uuid('model_id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    /** Kinds of change (app/regulation/kinds); several in one release are walked singly and together. */
    kinds: text('kinds').array().notNull(),
    /** hospital, manufacturer, manufacturers_service, ...: see app/features/changes/actors.ts. Empty: not said yet. */
    actor: text('actor').notNull().default(''),
    status: text('status').notNull().default('draft'),
    softwareVersion: text('software_version').notNull().default(''),
    vulnerabilities: jsonb('vulnerabilities').$type<{ cve: string; cvss?: string }[]>().notNull().default([]),
    neededBy: date('needed_by'),
    /** What a search looks at: reference, beginning of the title, CVE ids without their vectors. */
    searchKey: text('search_key').generatedAlwaysAs(
      (): SQL =>
        sql.raw(
          `lower(reference || ' ' || left(title, 300) || ' ' || left(regexp_replace(vulnerabilities::text, '"cvss": "[^"]*"', '', 'g'), 20000))`,
        ),
    ),
    /** What the list sorts by: a change that nobody needs by a day comes last. */
    neededKey: date('needed_key').generatedAlwaysAs((): SQL => sql.raw(`coalesce(needed_by, 'infinity'::date)`)),
    proposerId: uuid('proposer_id').notNull(),
    proposerName: text('proposer_name').notNull(),
    /** Where an unfinished proposal is taken up again. */
    step: text('step').notNull().default('what'),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    uniqueIndex('changes_reference_once').on(t.orgId, t.reference),
    index('changes_by_updated').on(t.orgId, t.updatedAt, t.id),
    index('changes_by_status').on(t.orgId, t.status, t.updatedAt, t.id),
    index('changes_by_model').on(t.orgId, t.modelId, t.id),
    index('changes_by_needed').on(t.orgId, t.neededKey, t.id),
    index('changes_by_proposer').on(t.orgId, t.proposerId, t.updatedAt, t.id),
  ],
);

export const changeUnits = pgTable(
  'change_units',
  {
    orgId: uuid('org_id').notNull(),
    changeId: uuid('change_id').notNull(),
    unitId: uuid('unit_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.changeId, t.unitId] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [units.orgId, units.id] }),
  ],
);

/** One statement about the change: a fact of the dictionary, or a person's own answer to one chart question. */
export const changeStatements = pgTable(
  'change_statements',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    /** fact: `key` is a fact key. answer: `key` is INSTRUMENT/QUESTION. safety: `key` is a clinical-safety prompt. */
    type: text('type').$type<'fact' | 'answer' | 'safety'>().notNull(),
    key: text('key').notNull(),
    /** JSON value; "unknown" is a recorded answer. */
    value: jsonValue('value').notNull(),
    because: text('because').notNull().default(''),
    ...provenance(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    supersededAt: timestamp('superseded_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('change_statements_one_current')
      .on(t.orgId, t.changeId, t.type, t.key)
      .where(sql`superseded_at is null`),
  ],
);

/** Kept as they were judged: dossier, result and library edition. Triggers refuse update and delete. */
export const assessments = pgTable(
  'assessments',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    changeVersion: integer('change_version').notNull(),
    library: text('library').notNull(),
    dossier: jsonb('dossier').notNull(),
    result: jsonb('result').notNull(),
    dossierSha256: text('dossier_sha256').notNull(),
    /** Edition and content hash of each chart that was walked, by instrument. Empty: older than hashes. */
    editions: jsonb('editions').$type<Record<string, { edition: string; sha256: string }>>().notNull().default({}),
    assessedAt: timestamp('assessed_at', { withTimezone: true }).notNull().defaultNow(),
    assessedBy: uuid('assessed_by').notNull(),
    assessedByName: text('assessed_by_name').notNull(),
    // What lists show of a result, so that a page of changes does not unpack fifty of them.
    tier: text('tier').generatedAlwaysAs((): SQL => sql.raw(`result -> 'overall' ->> 'tier'`)),
    worstTier: text('worst_tier').generatedAlwaysAs((): SQL => sql.raw(`result -> 'overall' ->> 'worst_tier'`)),
    openQuestions: integer('open_questions').generatedAlwaysAs(
      (): SQL => sql.raw(`jsonb_array_length(result -> 'ask')`),
    ),
    /** To whom the open questions go, one entry a question: what waits for whom is then found without the result. */
    askedOf: jsonb('asked_of')
      .$type<Who[]>()
      .generatedAlwaysAs((): SQL => sql.raw(`jsonb_path_query_array(result, '$.ask[*].to')`)),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('assessments_number_once').on(t.orgId, t.changeId, t.number),
  ],
);

/** A report or letter: its frozen model, and its bytes once rendered. */
export const documents = pgTable(
  'documents',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    kind: text('kind').$type<'assessment-report' | 'supplier-request-letter' | 'change-permit'>().notNull(),
    reference: text('reference').notNull(),
    status: text('status').notNull().default('draft'),
    model: jsonb('model').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
    sha256: text('sha256'),
    bytes: bytea('bytes'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }),
    uniqueIndex('documents_reference_once').on(t.orgId, t.reference),
    index('documents_by_change').on(t.orgId, t.changeId, t.createdAt),
    index('documents_by_kind').on(t.orgId, t.kind, t.createdAt, t.id),
  ],
);
