/** After the decision: conditions, plan, what was done on each unit, verification; emergencies and standard changes. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
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
import { changes } from './changes.server';
import { editable, tenantRow } from './columns.server';
import { users } from './people.server';
import { deviceModels, units } from './register.server';
import { signatures, signOffRounds } from './sign-off.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export type AttachmentPurpose = 'test' | 'back_out' | 'evidence' | 'proof' | 'paper' | 'other';

/** A file somebody attached to a change. Its bytes stand in `attachment_chunks`; taken back, its digest stays. */
export const changeAttachments = pgTable(
  'change_attachments',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    purpose: text('purpose').$type<AttachmentPurpose>().notNull(),
    name: text('name').notNull(),
    originalName: text('original_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    verdict: text('verdict').$type<'clean' | 'active_content'>().notNull(),
    findings: jsonb('findings').$type<string[]>().notNull().default([]),
    note: text('note').notNull().default(''),
    uploadedAt: moment('uploaded_at').notNull().defaultNow(),
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedByName: text('uploaded_by_name').notNull(),
    removedAt: moment('removed_at'),
    removedByName: text('removed_by_name').notNull().default(''),
    removeReason: text('remove_reason').notNull().default(''),
    /** Set when its bytes were disposed of under a retention class; the row stays as a stub. */
    disposedAt: moment('disposed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    index('change_attachments_by_change').on(t.orgId, t.changeId, t.uploadedAt, t.id),
  ],
);

export const attachmentChunks = pgTable(
  'attachment_chunks',
  {
    orgId: uuid('org_id').notNull(),
    attachmentId: uuid('attachment_id').notNull(),
    /** 0, 1, …: pieces of one MiB. */
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.attachmentId, t.n] }),
    foreignKey({ columns: [t.orgId, t.attachmentId], foreignColumns: [changeAttachments.orgId, changeAttachments.id] }),
  ],
);

/** A condition of an approval: a task with owner, day and proof. */
export const changeConditions = pgTable(
  'change_conditions',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    signatureId: uuid('signature_id').notNull(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    /** Where it stands in the way while it is not met. */
    before: text('before').$type<'implementation' | 'closure'>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: date('due_on').notNull(),
    /** void: the approval it hangs on is. */
    status: text('status').$type<'open' | 'proved' | 'met' | 'void'>().notNull().default('open'),
    proof: text('proof').notNull().default(''),
    proofAttachmentId: uuid('proof_attachment_id'),
    provedAt: moment('proved_at'),
    provedBy: uuid('proved_by'),
    provedByName: text('proved_by_name').notNull().default(''),
    metAt: moment('met_at'),
    metBy: uuid('met_by'),
    metByName: text('met_by_name').notNull().default(''),
    /** Why the proof given last was not taken; empty while it was not sent back. */
    sentBackReason: text('sent_back_reason').notNull().default(''),
    sentBackByName: text('sent_back_by_name').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.signatureId], foreignColumns: [signatures.orgId, signatures.id] }),
    foreignKey({ columns: [t.orgId, t.ownerId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({
      columns: [t.orgId, t.proofAttachmentId],
      foreignColumns: [changeAttachments.orgId, changeAttachments.id],
    }),
    uniqueIndex('change_conditions_number_once').on(t.orgId, t.changeId, t.number),
    index('change_conditions_waiting').on(t.orgId, t.ownerId, t.dueOn, t.id).where(sql`status in ('open', 'proved')`),
    check('change_conditions_met_by_another', sql`met_by is null or met_by <> proved_by`),
    check('change_conditions_met_with_proof', sql`status <> 'met' or (proof <> '' and met_by is not null)`),
  ],
);

/** How the change is to be made, tested and taken back. One row a change. */
export const changePlans = pgTable(
  'change_plans',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    /** When, in words or as a window: "two Sundays in March, 02:00 to 05:00". */
    timing: text('timing').notNull().default(''),
    steps: text('steps').notNull().default(''),
    versionAfter: text('version_after').notNull().default(''),
    backOut: text('back_out').notNull().default(''),
    /** What tells that it worked. */
    success: text('success').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('change_plans_one').on(t.orgId, t.changeId),
  ],
);

/** One line of the checklist of a kind of change. "Not tested" is a choice, with a reason. */
export const planChecks = pgTable(
  'plan_checks',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    /** Key of the line (app/features/implementation/checklists.ts). */
    key: text('key').notNull(),
    state: text('state').$type<'passed' | 'failed' | 'not_tested' | 'not_applicable'>().notNull(),
    because: text('because').notNull().default(''),
    doneOn: date('done_on'),
    attachmentId: uuid('attachment_id'),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.attachmentId], foreignColumns: [changeAttachments.orgId, changeAttachments.id] }),
    uniqueIndex('plan_checks_one_current').on(t.orgId, t.changeId, t.key).where(sql`superseded_at is null`),
    check('plan_checks_reason', sql`state = 'passed' or because <> ''`),
  ],
);

/** What was done on one unit. A later record supersedes; nothing is edited. */
export const implementations = pgTable(
  'implementations',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    outcome: text('outcome').$type<'done' | 'failed' | 'rolled_back' | 'not_done'>().notNull(),
    versionBefore: text('version_before').notNull().default(''),
    versionAfter: text('version_after').notNull().default(''),
    doneAt: moment('done_at').notNull(),
    doneBy: uuid('done_by').notNull(),
    doneByName: text('done_by_name').notNull(),
    test: text('test').$type<'passed' | 'failed' | 'not_tested'>().notNull(),
    testNote: text('test_note').notNull().default(''),
    rollBack: text('roll_back').notNull().default(''),
    deviation: text('deviation').notNull().default(''),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.unitId], foreignColumns: [units.orgId, units.id] }),
    uniqueIndex('implementations_one_current').on(t.orgId, t.changeId, t.unitId).where(sql`superseded_at is null`),
    index('implementations_by_unit').on(t.orgId, t.unitId, t.doneAt, t.id),
  ],
);

/** Somebody who did not make the change held what was done against the plan. */
export const verifications = pgTable(
  'verifications',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    outcome: text('outcome').$type<'as_planned' | 'with_deviations' | 'failed'>().notNull(),
    comparison: text('comparison').notNull(),
    verifiedBy: uuid('verified_by').notNull(),
    verifiedByName: text('verified_by_name').notNull(),
    verifiedAt: moment('verified_at').notNull().defaultNow(),
    /** The signature that closed the change; null when it failed and nothing was signed. */
    signatureId: uuid('signature_id'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.signatureId], foreignColumns: [signatures.orgId, signatures.id] }),
    uniqueIndex('verifications_number_once').on(t.orgId, t.changeId, t.number),
  ],
);

/** Acting first and signing afterwards, inside a clock that everybody sees. Two people, always. */
export const emergencies = pgTable(
  'emergencies',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    reason: text('reason').notNull(),
    declaredBy: uuid('declared_by').notNull(),
    declaredByName: text('declared_by_name').notNull(),
    declaredAt: moment('declared_at').notNull(),
    confirmedBy: uuid('confirmed_by'),
    confirmedByName: text('confirmed_by_name').notNull().default(''),
    confirmedAt: moment('confirmed_at'),
    /** Until when all signatures have to be there. Counted from the confirmation. */
    signBy: moment('sign_by'),
    roundId: uuid('round_id'),
    regularisedAt: moment('regularised_at'),
    /** When it was put on record that the clock ran out; written once. */
    overdueAt: moment('overdue_at'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.roundId], foreignColumns: [signOffRounds.orgId, signOffRounds.id] }),
    uniqueIndex('emergencies_one').on(t.orgId, t.changeId).where(sql`withdrawn_at is null`),
    index('emergencies_running')
      .on(t.orgId, t.signBy, t.id)
      .where(sql`regularised_at is null and withdrawn_at is null`),
    check('emergencies_two_people', sql`confirmed_by is null or confirmed_by <> declared_by`),
    check('emergencies_confirmed_whole', sql`(confirmed_by is null) = (sign_by is null)`),
  ],
);

/** A change that was approved once for all alike. It holds only while class, baseline and library edition do. */
export const standardChanges = pgTable(
  'standard_changes',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    modelId: uuid('model_id').notNull(),
    kinds: text('kinds').array().notNull(),
    actor: text('actor').notNull(),
    /** The change whose decision it rests on. */
    changeId: uuid('change_id').notNull(),
    roundId: uuid('round_id').notNull(),
    /** Class by market, baseline and edition of each chart at that decision, as canonical JSON, and its digest. */
    basis: text('basis').notNull(),
    basisSha256: text('basis_sha256').notNull(),
    validUntil: date('valid_until').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    retiredAt: moment('retired_at'),
    retiredByName: text('retired_by_name').notNull().default(''),
    retireReason: text('retire_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.roundId], foreignColumns: [signOffRounds.orgId, signOffRounds.id] }),
    uniqueIndex('standard_changes_number_once').on(t.orgId, t.number),
    index('standard_changes_by_model').on(t.orgId, t.modelId, t.id),
  ],
);

/** Which change was made under which standard change. */
export const standardUses = pgTable(
  'standard_uses',
  {
    orgId: uuid('org_id').notNull(),
    changeId: uuid('change_id').notNull(),
    standardId: uuid('standard_id').notNull(),
    usedAt: moment('used_at').notNull().defaultNow(),
    usedByName: text('used_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.changeId] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.standardId], foreignColumns: [standardChanges.orgId, standardChanges.id] }),
    index('standard_uses_by_standard').on(t.orgId, t.standardId, t.changeId),
  ],
);
