/**
 * Letters to suppliers: what was asked, when, of whom; approved by whom; sent how; what waits until when. The replies
 * are in replies.server.ts.
 */
import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
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
import type { LetterKind } from '../../app/features/letters/letter-kinds';
import type { LetterStatus } from '../../app/features/letters/letter-status';
import type { ReplyChoice } from '../../app/features/letters/reply-form';
import { assessments, changes } from './changes.server';
import { editable, tenantRow } from './columns.server';
import { organisations } from './people.server';
import { deviceModels, supplierContacts, suppliers } from './register.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One question to many makers: a vulnerability that hits their devices. Each maker gets one letter. */
export const campaigns = pgTable(
  'campaigns',
  {
    ...tenantRow(),
    title: text('title').notNull(),
    why: text('why').notNull().default(''),
    vulnerabilities: jsonb('vulnerabilities').$type<{ cve: string; cvss?: string }[]>().notNull().default([]),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    index('campaigns_by_created').on(t.orgId, t.createdAt, t.id),
  ],
);

/** How severe what the letter is about is; clocks are shorter for what is exploited. */
export type Severity = 'exploited' | 'critical' | 'high' | 'medium' | 'low' | 'not_rated';

export const letters = pgTable(
  'letters',
  {
    ...tenantRow(),
    /** CM-2026-000123-L02: the file it belongs to, and its number there. */
    reference: text('reference').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    status: text('status').$type<LetterStatus>().notNull().default('draft'),
    /** The change whose file it stands in; null for a letter with a file number of its own. */
    changeId: uuid('change_id'),
    campaignId: uuid('campaign_id'),
    /** The letter that a reminder, escalation, notice, clarification or acceptance follows. */
    followsId: uuid('follows_id'),
    supplierId: uuid('supplier_id').notNull(),
    contactId: uuid('contact_id'),
    /** As addressed: a later change of the register does not rewrite who was asked. */
    supplierName: text('supplier_name').notNull(),
    recipientName: text('recipient_name').notNull().default(''),
    recipientEmail: text('recipient_email').notNull().default(''),
    subject: text('subject').notNull(),
    severity: text('severity').$type<Severity>().notNull().default('not_rated'),
    /** Of `letter_versions`; the one that is edited, or was approved last. */
    currentNumber: integer('current_number').notNull().default(1),
    authorName: text('author_name').notNull(),
    sentAt: moment('sent_at'),
    deliveredAt: moment('delivered_at'),
    acknowledgedAt: moment('acknowledged_at'),
    answeredAt: moment('answered_at'),
    closedAt: moment('closed_at'),
    /** How many questions it asks, and how many of them no confirmed or received answer covers. */
    questionsAsked: integer('questions_asked').notNull().default(0),
    questionsOpen: integer('questions_open').notNull().default(0),
    /** The earliest date that is neither met, paused nor stopped; null: nothing is due. Kept by app/features/clocks. */
    nextDue: date('next_due'),
    nextDueKey: date('next_due_key').generatedAlwaysAs((): SQL => sql.raw(`coalesce(next_due, 'infinity'::date)`)),
    searchKey: text('search_key').generatedAlwaysAs(
      (): SQL =>
        sql.raw(`lower(reference || ' ' || left(supplier_name, 200) || ' ' || left(subject, 500) || ' ' || kind)`),
    ),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.campaignId], foreignColumns: [campaigns.orgId, campaigns.id] }),
    foreignKey({ columns: [t.orgId, t.followsId], foreignColumns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    foreignKey({ columns: [t.orgId, t.contactId], foreignColumns: [supplierContacts.orgId, supplierContacts.id] }),
    uniqueIndex('letters_reference_once').on(t.orgId, t.reference),
    index('letters_by_created').on(t.orgId, t.createdAt, t.id),
    index('letters_by_status').on(t.orgId, t.status, t.createdAt, t.id),
    index('letters_by_kind').on(t.orgId, t.kind, t.createdAt, t.id),
    index('letters_by_supplier').on(t.orgId, t.supplierId, t.createdAt, t.id),
    // How suppliers stand is read for fifty of them at once, from the index alone; closed letters say nothing of it.
    index('letters_standing')
      .on(t.orgId, t.supplierId, t.status, t.nextDue, t.questionsOpen, t.acknowledgedAt, t.sentAt)
      .where(sql`status in ('sent', 'delivered', 'bounced', 'acknowledged', 'answered')`),
    index('letters_by_due').on(t.orgId, t.nextDueKey, t.id),
    index('letters_by_change').on(t.orgId, t.changeId, t.createdAt),
    index('letters_by_campaign').on(t.orgId, t.campaignId, t.id),
    index('letters_by_follows').on(t.orgId, t.followsId, t.id),
  ],
);

/**
 * A letter's text as it was at one time. A draft is edited; approval locks the model, issuing locks the bytes, and
 * triggers keep both. A correction is a new version that says what changed.
 */
export const letterVersions = pgTable(
  'letter_versions',
  {
    orgId: uuid('org_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    /** 1, 2, …; printed as v1.0, v1.1, … */
    number: integer('number').notNull(),
    status: text('status').$type<'draft' | 'approved' | 'issued' | 'withdrawn'>().notNull().default('draft'),
    /** What changed against the version before; empty for the first. */
    whatChanged: text('what_changed').notNull().default(''),
    /** Model of the document of the letter's kind (documents/KIND/model.ts). */
    model: jsonb('model').notNull(),
    /** The questions as data (app/features/letters/reply-form.ts), embedded in the PDF; null when it asks nothing. */
    form: jsonb('form'),
    /** Which template gave the texts: 0 is the one that Changemark brings along. */
    templateNumber: integer('template_number').notNull().default(0),
    /** Bumped by each edit of the draft: two editors do not overwrite each other. */
    revision: integer('revision').notNull().default(1),
    /** Everybody who wrote on it; none of them may approve it. */
    authors: uuid('authors').array().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by'),
    approvedByName: text('approved_by_name').notNull().default(''),
    /** SHA-256 of the canonical model at the moment of approval: what was approved is what is issued. */
    approvedSha256: text('approved_sha256'),
    issuedAt: moment('issued_at'),
    pages: integer('pages'),
    sha256: text('sha256'),
    bytes: bytea('bytes'),
    /** none: no seal. B-B: PAdES baseline, sealed with the organisation's certificate, without a timestamp. */
    seal: text('seal').$type<'none' | 'B-B'>().notNull().default('none'),
    sealedBy: text('sealed_by').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.letterId, t.number] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    check('letter_versions_not_the_author', sql`approved_by is null or not (approved_by = any (authors))`),
    check(
      'letter_versions_issued_whole',
      sql`(status = 'issued') = (bytes is not null and sha256 is not null and issued_at is not null)`,
    ),
  ],
);

/** The changes a letter asks for; the questions of all of them are merged. */
export const letterChanges = pgTable(
  'letter_changes',
  {
    orgId: uuid('org_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    changeId: uuid('change_id').notNull(),
    assessmentId: uuid('assessment_id'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.letterId, t.changeId] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }),
    index('letter_changes_by_change').on(t.orgId, t.changeId, t.letterId),
  ],
);

/** The device models a letter is about, with how many units stand here: counts, no patients, no names. */
export const letterModels = pgTable(
  'letter_models',
  {
    orgId: uuid('org_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    modelId: uuid('model_id').notNull(),
    units: integer('units'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.letterId, t.modelId] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('letter_models_by_model').on(t.orgId, t.modelId, t.letterId),
  ],
);

/** The questions of an approved version, one row each. Only whether it is answered moves. */
export const letterQuestions = pgTable(
  'letter_questions',
  {
    orgId: uuid('org_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    versionNumber: integer('version_number').notNull(),
    number: integer('number').notNull(),
    key: text('key').notNull(),
    text: text('text').notNull(),
    choices: jsonb('choices').$type<ReplyChoice[]>().notNull(),
    facts: text('facts').array().notNull().default(sql`'{}'`),
    cves: text('cves').array().notNull().default(sql`'{}'`),
    deciding: boolean('deciding').notNull(),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.letterId, t.versionNumber, t.number] }),
    foreignKey({
      columns: [t.orgId, t.letterId, t.versionNumber],
      foreignColumns: [letterVersions.orgId, letterVersions.letterId, letterVersions.number],
    }),
    index('letter_questions_by_key').on(t.orgId, t.key, t.letterId),
  ],
);

/** Texts of a kind of letter as an organisation words them. Every edit is a new row. */
export const letterTemplates = pgTable(
  'letter_templates',
  {
    ...tenantRow(),
    kind: text('kind').$type<LetterKind>().notNull(),
    /** 1, 2, …; 0 is the text that Changemark brings along and stands in no row. */
    number: integer('number').notNull(),
    texts: jsonb('texts').$type<Record<string, string>>().notNull(),
    note: text('note').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('letter_templates_once').on(t.orgId, t.kind, t.number),
  ],
);

/** The organisation's certificate for sealing; the key is kept encrypted, its secret outside the database. */
export const sealCertificates = pgTable(
  'seal_certificates',
  {
    ...tenantRow(),
    subject: text('subject').notNull(),
    issuer: text('issuer').notNull(),
    serial: text('serial').notNull(),
    notBefore: moment('not_before').notNull(),
    notAfter: moment('not_after').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** PKCS #12 under AES-256-GCM: nonce, tag, ciphertext. */
    locked: bytea('locked').notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('seal_certificates_one').on(t.orgId).where(sql`retired_at is null`),
  ],
);

export type DeliveryChannel = 'email' | 'post' | 'hand' | 'portal';

/** How each version left the house; what became of it. An e-mail points at its message. */
export const letterDeliveries = pgTable(
  'letter_deliveries',
  {
    ...tenantRow(),
    letterId: uuid('letter_id').notNull(),
    versionNumber: integer('version_number').notNull(),
    channel: text('channel').$type<DeliveryChannel>().notNull(),
    recipient: text('recipient').notNull(),
    messageId: uuid('message_id'),
    sentOn: date('sent_on'),
    /** Tracking number of the post, or who handed it over. */
    proof: text('proof').notNull().default(''),
    deliveredAt: moment('delivered_at'),
    bouncedAt: moment('bounced_at'),
    bounceReason: text('bounce_reason').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.letterId, t.versionNumber],
      foreignColumns: [letterVersions.orgId, letterVersions.letterId, letterVersions.number],
    }),
    index('letter_deliveries_by_letter').on(t.orgId, t.letterId, t.createdAt),
  ],
);

export type MailStatus =
  | 'queued'
  /** A worker is talking to the mail server; found so after a crash, it is sent again: the server has not got it. */
  | 'sending'
  /** The last byte is about to leave: found so after a crash, nobody can know, and a person decides. */
  | 'handing_over'
  | 'sent'
  /** The mail server said no for good. */
  | 'refused'
  /** Tried too often. */
  | 'failed'
  | 'unsure'
  | 'stopped';

/** E-mail that is to leave, and what became of it. `once_key` makes each leave once, whoever asks how often. */
export const mailMessages = pgTable(
  'mail_messages',
  {
    ...tenantRow(),
    letterId: uuid('letter_id'),
    purpose: text('purpose').$type<'letter' | 'reminder' | 'escalation' | 'receipt' | 'test' | 'digest'>().notNull(),
    onceKey: text('once_key').notNull(),
    toAddress: text('to_address').notNull(),
    toName: text('to_name').notNull().default(''),
    replyTo: text('reply_to').notNull().default(''),
    subject: text('subject').notNull(),
    /** May hold the place {{reply_link}}, which is filled at the moment of sending: no token is stored. */
    body: text('body').notNull(),
    /** The issued version attached, if any. */
    versionNumber: integer('version_number'),
    replyLinkId: uuid('reply_link_id'),
    /** Message-ID header, chosen when queued. */
    messageHeader: text('message_header').notNull(),
    status: text('status').$type<MailStatus>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    notBefore: moment('not_before').notNull().defaultNow(),
    claimedBy: text('claimed_by'),
    claimedAt: moment('claimed_at'),
    sentAt: moment('sent_at'),
    /** Last answer of the mail server, or the error; never a secret. */
    answer: text('answer').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    uniqueIndex('mail_messages_once').on(t.orgId, t.onceKey),
    index('mail_messages_by_letter').on(t.orgId, t.letterId, t.createdAt),
    index('mail_messages_waiting').on(t.orgId, t.status, t.notBefore, t.id),
  ],
);

/** Within how many days a supplier is expected to answer, for one supplier and severity or as the house's rule. */
export const clockPolicies = pgTable(
  'clock_policies',
  {
    ...tenantRow(),
    /** Null: all suppliers. */
    supplierId: uuid('supplier_id'),
    /** Empty: every severity. */
    severity: text('severity').$type<Severity | ''>().notNull().default(''),
    acknowledgeDays: integer('acknowledge_days').notNull(),
    acknowledgeUnit: text('acknowledge_unit').$type<DayUnit>().notNull(),
    positionDays: integer('position_days').notNull(),
    positionUnit: text('position_unit').$type<DayUnit>().notNull(),
    fixDays: integer('fix_days').notNull(),
    fixUnit: text('fix_unit').$type<DayUnit>().notNull(),
    /** Working days relative to a due date on which a reminder goes out: -5, 0, 5. */
    reminderOffsets: integer('reminder_offsets').array().notNull(),
    /** Working days after a due date on which an escalation is prepared; null: never by itself. */
    escalateAfter: integer('escalate_after'),
    /** Calendar of bank holidays (app/features/clocks). */
    calendar: text('calendar').notNull(),
    why: text('why').notNull().default(''),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    uniqueIndex('clock_policies_once')
      .on(t.orgId, sql`coalesce(supplier_id, '00000000-0000-0000-0000-000000000000'::uuid)`, t.severity)
      .where(sql`retired_at is null`),
  ],
);

export type DayUnit = 'working' | 'calendar';
export type ClockStage = 'acknowledge' | 'position' | 'fix';

/** What a sent letter waits for, by stage. The due day moves only by a pause, and says so. */
export const letterClocks = pgTable(
  'letter_clocks',
  {
    orgId: uuid('org_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    stage: text('stage').$type<ClockStage>().notNull(),
    startsOn: date('starts_on').notNull(),
    days: integer('days').notNull(),
    unit: text('unit').$type<DayUnit>().notNull(),
    calendar: text('calendar').notNull(),
    firstDue: date('first_due').notNull(),
    dueOn: date('due_on').notNull(),
    /** Which policy set it, in words. */
    origin: text('origin').notNull(),
    metAt: moment('met_at'),
    stoppedAt: moment('stopped_at'),
    stopReason: text('stop_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.letterId, t.stage] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    index('letter_clocks_by_due').on(t.orgId, t.dueOn, t.letterId).where(sql`met_at is null and stopped_at is null`),
  ],
);

export const clockPauses = pgTable(
  'clock_pauses',
  {
    ...tenantRow(),
    letterId: uuid('letter_id').notNull(),
    fromOn: date('from_on').notNull(),
    /** Null: still paused. */
    toOn: date('to_on'),
    reason: text('reason').notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    index('clock_pauses_by_letter').on(t.orgId, t.letterId, t.fromOn),
    uniqueIndex('clock_pauses_one_open').on(t.orgId, t.letterId).where(sql`to_on is null`),
  ],
);

/** The ladder of a letter: reminders that go out by themselves and escalations that are prepared. Each can be stopped. */
export const ladderSteps = pgTable(
  'ladder_steps',
  {
    ...tenantRow(),
    letterId: uuid('letter_id').notNull(),
    stage: text('stage').$type<ClockStage>().notNull(),
    /** "reminder -5", "reminder 0", "escalation": unique in letter and stage. */
    step: text('step').notNull(),
    kind: text('kind').$type<'reminder' | 'escalation'>().notNull(),
    plannedOn: date('planned_on').notNull(),
    /** The instant: nine in the morning of that day where the organisation is. */
    plannedAt: moment('planned_at').notNull(),
    status: text('status').$type<'planned' | 'stopped' | 'done' | 'skipped'>().notNull().default('planned'),
    doneAt: moment('done_at'),
    /** The letter that the step wrote. */
    producedId: uuid('produced_id'),
    reason: text('reason').notNull().default(''),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.producedId], foreignColumns: [letters.orgId, letters.id] }),
    uniqueIndex('ladder_steps_once').on(t.orgId, t.letterId, t.stage, t.step),
    index('ladder_steps_planned').on(t.orgId, t.plannedAt, t.id).where(sql`status = 'planned'`),
  ],
);
