/** What suppliers answered: links, replies, files, the claims taken out of them, and where claims contradict. */
import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { editable, jsonValue, tenantRow } from './columns.server';
import { letters } from './letters.server';
import { organisations } from './people.server';
import { deviceModels, suppliers } from './register.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** The way in for a supplier without an account. Only the token's hash is kept. */
export const replyLinks = pgTable(
  'reply_links',
  {
    ...tenantRow(),
    letterId: uuid('letter_id').notNull(),
    /** SHA-256 (hex) of the token. The token itself is derived from the installation's secret and this row's id. */
    tokenSha256: text('token_sha256').notNull(),
    sentTo: text('sent_to').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** First time somebody pressed the button behind it; looking at the address does not count. */
    openedAt: moment('opened_at'),
    completedAt: moment('completed_at'),
    revokedAt: moment('revoked_at'),
    revokedByName: text('revoked_by_name').notNull().default(''),
    revokeReason: text('revoke_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    uniqueIndex('reply_links_token_once').on(t.tokenSha256),
    index('reply_links_by_letter').on(t.orgId, t.letterId, t.createdAt),
  ],
);

/** link: the reply page. form: the filled form sent back. file: VEX, CSAF or a component list alone. */
export type ReplyChannel = 'link' | 'post' | 'telephone' | 'email' | 'meeting';
/** How the answers were given: typed on the page, read from the filled answer form, read from a machine-readable file. */
export type ReplyBasis = 'page' | 'form' | 'file';

export const replies = pgTable(
  'replies',
  {
    ...tenantRow(),
    letterId: uuid('letter_id').notNull(),
    versionNumber: integer('version_number').notNull(),
    linkId: uuid('link_id'),
    channel: text('channel').$type<ReplyChannel>().notNull(),
    basis: text('basis').$type<ReplyBasis>().notNull().default('page'),
    status: text('status').$type<'draft' | 'received' | 'abandoned'>().notNull().default('draft'),
    /** answer: to the questions. acknowledgement: only "we have it". */
    kind: text('kind').$type<'answer' | 'acknowledgement'>().notNull().default('answer'),
    /** As typed by the person who answers, or by staff for them. */
    responderName: text('responder_name').notNull().default(''),
    responderRole: text('responder_role').notNull().default(''),
    responderEmail: text('responder_email').notNull().default(''),
    theirReference: text('their_reference').notNull().default(''),
    /** Whom to call if a date passes. */
    fallbackContact: text('fallback_contact').notNull().default(''),
    message: text('message').notNull().default(''),
    /** Day on which it came, for what staff record. */
    cameOn: date('came_on'),
    receivedAt: moment('received_at'),
    /** Set when staff typed it in for the supplier; every page then says so. */
    enteredBy: uuid('entered_by'),
    enteredByName: text('entered_by_name').notNull().default(''),
    /** SHA-256 of the canonical content at receipt, printed on the receipt. */
    contentSha256: text('content_sha256'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.linkId], foreignColumns: [replyLinks.orgId, replyLinks.id] }),
    // Ten people behind one link fill in one reply.
    uniqueIndex('replies_one_draft_a_link').on(t.orgId, t.linkId).where(sql`status = 'draft'`),
    index('replies_by_letter').on(t.orgId, t.letterId, t.receivedAt),
    index('replies_by_received').on(t.orgId, t.receivedAt, t.id),
  ],
);

/** One answer; while the reply is a draft it may be written over, and `version` tells who came second. */
export const replyAnswers = pgTable(
  'reply_answers',
  {
    orgId: uuid('org_id').notNull(),
    replyId: uuid('reply_id').notNull(),
    number: integer('number').notNull(),
    /** Id of a choice of the question; empty: nothing ticked. */
    choice: text('choice').notNull().default(''),
    fill: text('fill').notNull().default(''),
    comment: text('comment').notNull().default(''),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.replyId, t.number] }),
    foreignKey({ columns: [t.orgId, t.replyId], foreignColumns: [replies.orgId, replies.id] }),
  ],
);

/** A file of a reply. Its bytes stand in `file_chunks`: in the database, outside any web root, in every backup. */
export const replyFiles = pgTable(
  'reply_files',
  {
    ...tenantRow(),
    replyId: uuid('reply_id').notNull(),
    /** Cleaned for our disks and screens. */
    name: text('name').notNull(),
    originalName: text('original_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    /** active_content: kept, and never handed out without a warning and a second press. */
    verdict: text('verdict').$type<'clean' | 'active_content'>().notNull(),
    findings: jsonb('findings').$type<string[]>().notNull().default([]),
    uploadedAt: moment('uploaded_at').notNull().defaultNow(),
    /** Taken back by the supplier before the reply was sent. */
    removedAt: moment('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.replyId], foreignColumns: [replies.orgId, replies.id] }),
    index('reply_files_by_reply').on(t.orgId, t.replyId, t.uploadedAt),
  ],
);

export const fileChunks = pgTable(
  'file_chunks',
  {
    orgId: uuid('org_id').notNull(),
    fileId: uuid('file_id').notNull(),
    /** 0, 1, …: pieces of one MiB. */
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.fileId, t.n] }),
    foreignKey({ columns: [t.orgId, t.fileId], foreignColumns: [replyFiles.orgId, replyFiles.id] }),
  ],
);

/** What confirming a claim did to a change: which statement it put on record and what the assessment said before and after. */
export interface ClaimEffect {
  changeId: string;
  reference: string;
  statementId: string | null;
  /** What the change held already and a person kept instead, in words; absent where nothing else was said. */
  kept?: string;
  before: { tier: string; worstTier: string; open: number };
  after: { tier: string; worstTier: string; open: number };
}

/** One statement of a reply. It counts for nothing until a person confirms it by name. */
export const claims = pgTable(
  'claims',
  {
    ...tenantRow(),
    replyId: uuid('reply_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    supplierId: uuid('supplier_id').notNull(),
    /** Null: about every model of the letter. */
    modelId: uuid('model_id'),
    questionNumber: integer('question_number'),
    /** What it is about, as in ReplyQuestion.key: "fact:…", "mds2:…", "vex:…", "block:…". */
    subject: text('subject').notNull(),
    label: text('label').notNull(),
    /** What it says of the subject; null: nothing that can be compared. */
    value: jsonValue('value'),
    /** The fact of the dictionary it would state; empty: none. */
    fact: text('fact').notNull().default(''),
    /** In one sentence: "The patch may be installed on 4.2.0." */
    statement: text('statement').notNull(),
    quotation: text('quotation').notNull(),
    document: text('document').notNull(),
    page: text('page').notNull().default(''),
    fileId: uuid('file_id'),
    saidBy: text('said_by').notNull(),
    saidOn: date('said_on').notNull(),
    status: text('status').$type<'proposed' | 'confirmed' | 'set_aside'>().notNull().default('proposed'),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name').notNull().default(''),
    decidedAt: moment('decided_at'),
    reason: text('reason').notNull().default(''),
    effects: jsonb('effects').$type<ClaimEffect[]>().notNull().default([]),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.replyId], foreignColumns: [replies.orgId, replies.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('claims_by_reply').on(t.orgId, t.replyId, t.id),
    index('claims_by_subject').on(t.orgId, t.supplierId, t.subject, t.id),
    index('claims_waiting').on(t.orgId, t.createdAt, t.id).where(sql`status = 'proposed'`),
  ],
);

/** Where a quotation comes from that no letter of ours asked for. */
export type QuotedSource = 'instructions' | 'contract' | 'bulletin' | 'advisory' | 'mds2' | 'other';

/** What a supplier says elsewhere (instructions, contract clause, web bulletin), typed in by staff to be held against claims. */
export const quotedStatements = pgTable(
  'quoted_statements',
  {
    ...tenantRow(),
    supplierId: uuid('supplier_id').notNull(),
    modelId: uuid('model_id'),
    subject: text('subject').notNull(),
    label: text('label').notNull(),
    value: jsonValue('value'),
    statement: text('statement').notNull().default(''),
    quotation: text('quotation').notNull(),
    source: text('source').$type<QuotedSource>().notNull(),
    document: text('document').notNull(),
    page: text('page').notNull().default(''),
    saidBy: text('said_by').notNull().default(''),
    saidOn: date('said_on'),
    recordedByName: text('recorded_by_name').notNull(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    index('quoted_statements_by_subject').on(t.orgId, t.supplierId, t.subject, t.id),
  ],
);

/** One side of a contradiction, as it stood when it was found. */
export interface ContradictionSide {
  source: 'claim' | QuotedSource | 'register';
  /** Row of the source, where it has one. */
  id: string | null;
  quotation: string;
  value: unknown;
  document: string;
  page: string;
  saidBy: string;
  saidOn: string | null;
}

export const contradictions = pgTable(
  'contradictions',
  {
    ...tenantRow(),
    supplierId: uuid('supplier_id').notNull(),
    modelId: uuid('model_id'),
    subject: text('subject').notNull(),
    label: text('label').notNull(),
    /** Digest of both sides: the same pair is found once. */
    pairKey: text('pair_key').notNull(),
    one: jsonb('one').$type<ContradictionSide>().notNull(),
    other: jsonb('other').$type<ContradictionSide>().notNull(),
    status: text('status').$type<'open' | 'asked' | 'settled' | 'no_contradiction'>().notNull().default('open'),
    /** The letter that asks which of the two holds. */
    letterId: uuid('letter_id'),
    reason: text('reason').notNull().default(''),
    foundAt: moment('found_at').notNull().defaultNow(),
    decidedAt: moment('decided_at'),
    decidedByName: text('decided_by_name').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [t.orgId, t.supplierId], foreignColumns: [suppliers.orgId, suppliers.id] }),
    foreignKey({ columns: [t.orgId, t.modelId], foreignColumns: [deviceModels.orgId, deviceModels.id] }),
    foreignKey({ columns: [t.orgId, t.letterId], foreignColumns: [letters.orgId, letters.id] }),
    uniqueIndex('contradictions_once').on(t.orgId, t.pairKey),
    index('contradictions_by_status').on(t.orgId, t.status, t.foundAt, t.id),
    index('contradictions_by_supplier').on(t.orgId, t.supplierId, t.foundAt, t.id),
  ],
);

/** Claims are about changes through their letter; this says which change a set-aside or confirmed claim touched. */
export const claimChanges = pgTable(
  'claim_changes',
  {
    orgId: uuid('org_id').notNull(),
    claimId: uuid('claim_id').notNull(),
    changeId: uuid('change_id').notNull(),
    statementId: uuid('statement_id'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.claimId, t.changeId] }),
    foreignKey({ columns: [t.orgId, t.claimId], foreignColumns: [claims.orgId, claims.id] }),
    foreignKey({ columns: [t.orgId, t.changeId], foreignColumns: [changes.orgId, changes.id] }),
    index('claim_changes_by_change').on(t.orgId, t.changeId, t.claimId),
  ],
);
