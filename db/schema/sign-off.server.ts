/** Who must sign a change, what each of them signed, and who stands in for whom. What was signed is never edited. */
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
import type { Role } from '../../app/guard/roles';
import { changes } from './changes.server';
import { tenantRow } from './columns.server';
import { organisations, users } from './people.server';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** With what somebody proved at the act of signing to be who they are. paper: a signed sheet, scanned and attached. */
export type SignatureMethod = 'password' | 'totp' | 'passkey' | 'paper';

/** What a signature means, in the terms of 21 CFR 11.50 and what sign-off needs besides. */
export type SignatureMeaning = 'author' | 'review' | 'approve' | 'approve_with_conditions' | 'reject' | 'witness';

/** Places of a route. `verifier` closes a change; `second` confirms that an emergency may not wait. */
export type SlotId =
  | 'author'
  | 'clinical_safety'
  | 'regulatory_affairs'
  | 'risk_owner'
  | 'verifier'
  | 'second'
  | 'witness';

/** What was known about a change at one moment, as canonical JSON (RFC 8785): kept as text, so that each byte counts. */
export const changeSnapshots = pgTable(
  'change_snapshots',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    sha256: text('sha256').notNull(),
    content: text('content').notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
    takenBy: uuid('taken_by'),
    takenByName: text('taken_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('change_snapshots_number_once').on(t.orgId, t.changeId, t.number),
    // What is known comes back to what it was: the same snapshot is signed again.
    uniqueIndex('change_snapshots_content_once').on(t.orgId, t.changeId, t.sha256),
  ],
);

/** Which signatures a change needs, as an organisation decided. Every edit is a new row; 0 is built in and has none. */
export const signOffPolicies = pgTable(
  'sign_off_policies',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    policy: jsonb('policy').notNull(),
    note: text('note').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('sign_off_policies_number_once').on(t.orgId, t.number),
  ],
);

export type RoundPurpose = 'decision' | 'retrospective';
/** lapsed: what was approved has changed since. Nothing leads back to approved. */
export type RoundStatus =
  | 'open'
  | 'approved'
  | 'rejected'
  | 'returned'
  | 'lapsed'
  | 'expired'
  | 'revoked'
  | 'withdrawn';

/** One passage of a change through sign-off. A decision belongs to its round: another decision is another round. */
export const signOffRounds = pgTable(
  'sign_off_rounds',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    purpose: text('purpose').$type<RoundPurpose>().notNull(),
    /** What is put forward: as_proposed, or the id of a measure (app/regulation/options). */
    option: text('option').notNull(),
    note: text('note').notNull().default(''),
    status: text('status').$type<RoundStatus>().notNull().default('open'),
    policyNumber: integer('policy_number').notNull(),
    openedAt: moment('opened_at').notNull().defaultNow(),
    openedBy: uuid('opened_by'),
    openedByName: text('opened_by_name').notNull(),
    /** The snapshot that all required signatures cover; set with the decision. */
    decidedSnapshotId: uuid('decided_snapshot_id'),
    decidedAt: moment('decided_at'),
    /** Last day on which the approval is good. */
    expiresOn: date('expires_on'),
    endedAt: moment('ended_at'),
    endedReason: text('ended_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({
      columns: [t.orgId, t.decidedSnapshotId],
      foreignColumns: [changeSnapshots.orgId, changeSnapshots.id],
    }),
    uniqueIndex('sign_off_rounds_number_once').on(t.orgId, t.changeId, t.number),
    uniqueIndex('sign_off_rounds_one_open').on(t.orgId, t.changeId).where(sql`status = 'open'`),
    uniqueIndex('sign_off_rounds_one_approved').on(t.orgId, t.changeId).where(sql`status = 'approved'`),
    index('sign_off_rounds_expiring').on(t.orgId, t.expiresOn, t.id).where(sql`status = 'approved'`),
    index('sign_off_rounds_open').on(t.orgId, t.openedAt, t.id).where(sql`status = 'open'`),
    // However a decision came about, it ends some day.
    check(
      'sign_off_rounds_approval_expires',
      sql`status <> 'approved' or (expires_on is not null and decided_at is not null)`,
    ),
  ],
);

/** "A for B until": who may sign in whose place. Revoked or over, what was signed under it stays. */
export const delegations = pgTable(
  'delegations',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    principalId: uuid('principal_id').notNull(),
    principalName: text('principal_name').notNull(),
    delegateId: uuid('delegate_id').notNull(),
    delegateName: text('delegate_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    reason: text('reason').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    revokedAt: moment('revoked_at'),
    revokedByName: text('revoked_by_name').notNull().default(''),
    revokeReason: text('revoke_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.principalId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({ columns: [t.orgId, t.delegateId], foreignColumns: [users.orgId, users.id] }),
    uniqueIndex('delegations_number_once').on(t.orgId, t.number),
    index('delegations_by_delegate').on(t.orgId, t.delegateId, t.endsOn),
    index('delegations_by_principal').on(t.orgId, t.principalId, t.endsOn),
    check('delegations_to_another', sql`principal_id <> delegate_id`),
    check('delegations_way_of_time', sql`ends_on >= starts_on`),
  ],
);

/** A small site's exception: one person in two places of a route. Signed by somebody else, and it ends. */
export const roleExceptions = pgTable(
  'role_exceptions',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    personId: uuid('person_id').notNull(),
    personName: text('person_name').notNull(),
    slots: text('slots').array().$type<SlotId[]>().notNull(),
    reason: text('reason').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    signedBy: uuid('signed_by').notNull(),
    signedByName: text('signed_by_name').notNull(),
    signedRole: text('signed_role').$type<Role>().notNull(),
    signedAt: moment('signed_at').notNull(),
    method: text('method').$type<SignatureMethod>().notNull(),
    payload: text('payload').notNull(),
    payloadSha256: text('payload_sha256').notNull(),
    revokedAt: moment('revoked_at'),
    revokedByName: text('revoked_by_name').notNull().default(''),
    revokeReason: text('revoke_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({ columns: [t.orgId, t.signedBy], foreignColumns: [users.orgId, users.id] }),
    uniqueIndex('role_exceptions_number_once').on(t.orgId, t.number),
    index('role_exceptions_by_person').on(t.orgId, t.personId, t.endsOn),
    check('role_exceptions_signed_by_another', sql`signed_by <> person_id`),
    check('role_exceptions_way_of_time', sql`ends_on >= starts_on`),
    check('role_exceptions_two_places', sql`cardinality(slots) >= 2`),
  ],
);

/** One thing that changed since, and what it was and is, in words. */
export interface SnapshotDifference {
  /** Part of the snapshot: facts, answers, findings, options, letters, … */
  part: string;
  key: string;
  label: string;
  before: string;
  after: string;
}

/** What the signer had before them. */
export interface ShownAtSigning {
  /** Items that had to be opened, each with the digest of what it said then. */
  opened: { key: string; title: string; sha256: string; at: string }[];
  /** Snapshot the signer had seen before this one; null: never looked. */
  lastSeen: string | null;
  differences: SnapshotDifference[];
  /** Instrument/question of each derived answer somebody had confirmed. */
  confirmed: string[];
}

/**
 * A signature. `payload` is the canonical JSON that was signed: record, round, place, meaning, digest of the snapshot,
 * signer, time. It cannot be moved to another record. The one thing that may still happen to it: it is voided, once.
 */
export const signatures = pgTable(
  'signatures',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    roundId: uuid('round_id').notNull(),
    slot: text('slot').$type<SlotId>().notNull(),
    meaning: text('meaning').$type<SignatureMeaning>().notNull(),
    snapshotId: uuid('snapshot_id').notNull(),
    snapshotSha256: text('snapshot_sha256').notNull(),
    signerId: uuid('signer_id').notNull(),
    printedName: text('printed_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    jobTitle: text('job_title').notNull().default(''),
    delegationId: uuid('delegation_id'),
    onBehalfOf: uuid('on_behalf_of'),
    /** "B, under delegation 12, until 3 December 2026"; empty: for oneself. */
    onBehalfWords: text('on_behalf_words').notNull().default(''),
    exceptionId: uuid('exception_id'),
    reason: text('reason').notNull().default(''),
    method: text('method').$type<SignatureMethod>().notNull(),
    signedAt: moment('signed_at').notNull(),
    /** IANA name of the zone in which the time is printed. */
    zone: text('zone').notNull(),
    address: text('address').notNull().default(''),
    shown: jsonb('shown').$type<ShownAtSigning>().notNull(),
    payload: text('payload').notNull(),
    payloadSha256: text('payload_sha256').notNull(),
    voidedAt: moment('voided_at'),
    voidedBecause: jsonb('voided_because').$type<SnapshotDifference[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.roundId], foreignColumns: [signOffRounds.orgId, signOffRounds.id] }),
    foreignKey({ columns: [t.orgId, t.snapshotId], foreignColumns: [changeSnapshots.orgId, changeSnapshots.id] }),
    foreignKey({ columns: [t.orgId, t.signerId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({ columns: [t.orgId, t.delegationId], foreignColumns: [delegations.orgId, delegations.id] }),
    foreignKey({ columns: [t.orgId, t.exceptionId], foreignColumns: [roleExceptions.orgId, roleExceptions.id] }),
    // One live signature a place: of a hundred at once, one is taken.
    uniqueIndex('signatures_one_a_place')
      .on(t.orgId, t.roundId, t.slot)
      .where(sql`voided_at is null and slot <> 'witness'`),
    uniqueIndex('signatures_payload_once').on(t.orgId, t.payloadSha256),
    index('signatures_by_change').on(t.orgId, t.changeId, t.signedAt, t.id),
    index('signatures_by_signer').on(t.orgId, t.signerId, t.signedAt, t.id),
    index('signatures_by_delegation').on(t.orgId, t.delegationId, t.id).where(sql`delegation_id is not null`),
    index('signatures_by_exception').on(t.orgId, t.exceptionId, t.id).where(sql`exception_id is not null`),
    index('signatures_fallen').on(t.orgId, t.signerId, t.voidedAt, t.id).where(sql`voided_at is not null`),
    index('signatures_live').on(t.orgId, t.changeId).where(sql`voided_at is null`),
    check('signatures_void_says_why', sql`(voided_at is null) = (voided_because is null)`),
    check('signatures_delegation_names_both', sql`(delegation_id is null) = (on_behalf_of is null)`),
  ],
);

/** What a person last saw of a change, and which items were opened then. Not part of the record: signatures quote it. */
export const changeLooks = pgTable(
  'change_looks',
  {
    orgId: uuid('org_id').notNull(),
    changeId: uuid('change_id').notNull(),
    userId: uuid('user_id').notNull(),
    snapshotId: uuid('snapshot_id'),
    lookedAt: moment('looked_at').notNull().defaultNow(),
    /** By key of the item: digest of what it said, and when it was opened. */
    opened: jsonb('opened').$type<Record<string, { sha256: string; at: string }>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.changeId, t.userId] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.userId], foreignColumns: [users.orgId, users.id] }),
    foreignKey({ columns: [t.orgId, t.snapshotId], foreignColumns: [changeSnapshots.orgId, changeSnapshots.id] }),
  ],
);

/** "I have checked this derived answer": good for exactly this answer from exactly these facts. */
export const derivedConfirmations = pgTable(
  'derived_confirmations',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    instrument: text('instrument').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    because: text('because').notNull(),
    /** SHA-256 of edition, question, answer and reason: another of these, and it has to be confirmed anew. */
    basisSha256: text('basis_sha256').notNull(),
    confirmedBy: uuid('confirmed_by').notNull(),
    confirmedByName: text('confirmed_by_name').notNull(),
    confirmedAt: moment('confirmed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('derived_confirmations_once').on(t.orgId, t.changeId, t.basisSha256),
  ],
);

export type DissentParty =
  | 'engineer'
  | 'clinical_safety'
  | 'regulatory_affairs'
  | 'risk_owner'
  | 'clinician'
  | 'manufacturer';

/** A view against what is put forward, signed on its own. It is answered before anybody can decide. */
export const dissents = pgTable(
  'dissents',
  {
    ...tenantRow(),
    changeId: uuid('change_id').notNull(),
    number: integer('number').notNull(),
    party: text('party').$type<DissentParty>().notNull(),
    /** Whose view it is, where staff put it on record for somebody outside; empty: the signer's own. */
    voiceOf: text('voice_of').notNull().default(''),
    opinion: text('opinion').notNull(),
    signerId: uuid('signer_id').notNull(),
    printedName: text('printed_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    method: text('method').$type<SignatureMethod>().notNull(),
    signedAt: moment('signed_at').notNull(),
    payload: text('payload').notNull(),
    payloadSha256: text('payload_sha256').notNull(),
    answer: text('answer').notNull().default(''),
    answeredBy: uuid('answered_by'),
    answeredByName: text('answered_by_name').notNull().default(''),
    answeredAt: moment('answered_at'),
    /** Taken back by whoever raised it, with the reason as answer. */
    takenBack: moment('taken_back'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    uniqueIndex('dissents_number_once').on(t.orgId, t.changeId, t.number),
    index('dissents_open').on(t.orgId, t.changeId).where(sql`answered_at is null and taken_back is null`),
    check('dissents_answered_by_another', sql`answered_by is null or answered_by <> signer_id`),
    check('dissents_answer_whole', sql`(answered_at is null) = (answered_by is null)`),
  ],
);

/** What the signing policy asks people to have learnt; expired, it takes the pen and leaves the login. */
export const trainingRecords = pgTable(
  'training_records',
  {
    ...tenantRow(),
    personId: uuid('person_id').notNull(),
    /** Key of the course in the sign-off policy. */
    course: text('course').notNull(),
    completedOn: date('completed_on').notNull(),
    expiresOn: date('expires_on').notNull(),
    evidence: text('evidence').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [users.orgId, users.id] }),
    index('training_records_by_person').on(t.orgId, t.personId, t.course, t.expiresOn),
    check('training_records_recorded_by_another', sql`recorded_by <> person_id`),
    check('training_records_way_of_time', sql`expires_on >= completed_on`),
  ],
);

/** What signers accept: that a signature here binds like one by hand. Every edit is a new row; 0 is built in. */
export const accountabilityTexts = pgTable(
  'accountability_texts',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    /** Why it was set. */
    note: text('note').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('accountability_texts_number_once').on(t.orgId, t.number),
  ],
);

export const accountabilityAcceptances = pgTable(
  'accountability_acceptances',
  {
    orgId: uuid('org_id').notNull(),
    personId: uuid('person_id').notNull(),
    number: integer('number').notNull(),
    textSha256: text('text_sha256').notNull(),
    printedName: text('printed_name').notNull(),
    acceptedAt: moment('accepted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.personId, t.number] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [users.orgId, users.id] }),
  ],
);
