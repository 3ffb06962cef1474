/** What proves the record to somebody outside: checkpoints, reviews of the trail, evidence packs, and what is kept how long. */
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
import { tenantRow } from './columns.server';
import { organisations, users } from './people.server';
import type { SignatureMethod } from './sign-off.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** The head of a chain at one moment, signed with a key that the database does not hold (Ed25519, RFC 8032). */
export const auditCheckpoints = pgTable(
  'audit_checkpoints',
  {
    orgId: uuid('org_id').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
    at: text('at').notNull(),
    /** First 16 hexadecimal digits of the SHA-256 of the public key. */
    keyId: text('key_id').notNull(),
    /** Base64 of the signature over the canonical JSON of the other columns. */
    signature: text('signature').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

/** Somebody read a stretch of the trail and signed what they found. */
export const trailReviews = pgTable(
  'trail_reviews',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq').notNull(),
    /** Hash of the last event that was looked at. */
    toHash: text('to_hash').notNull(),
    chainHeld: text('chain_held').notNull(),
    lookedAt: text('looked_at').notNull(),
    findings: text('findings').notNull(),
    outcome: text('outcome').$type<'nothing_found' | 'follow_up'>().notNull(),
    reviewerId: uuid('reviewer_id').notNull(),
    reviewerName: text('reviewer_name').notNull(),
    reviewerRole: text('reviewer_role').notNull(),
    reviewedAt: moment('reviewed_at').notNull(),
    method: text('method').$type<SignatureMethod>().notNull(),
    payload: text('payload').notNull(),
    payloadSha256: text('payload_sha256').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('trail_reviews_number_once').on(t.orgId, t.number),
    check('trail_reviews_way', sql`to_seq >= from_seq`),
  ],
);

export type PackScope = 'change' | 'device' | 'supplier' | 'period';

/** One line of the completeness check: what an inspector will look for, and whether it is there. */
export interface CompletenessLine {
  key: string;
  label: string;
  state: 'evidenced' | 'not_evidenced' | 'not_applicable';
  words: string;
}

/** An evidence pack: what it is about, up to which event, how far it is, and the finished file's digest. */
export const evidencePacks = pgTable(
  'evidence_packs',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    scope: text('scope').$type<PackScope>().notNull(),
    scopeId: uuid('scope_id'),
    title: text('title').notNull(),
    fromDay: date('from_day'),
    toDay: date('to_day'),
    /** Everything up to this event is in it, nothing after: two builds of one cut are the same bytes. */
    cutSeq: integer('cut_seq').notNull(),
    cutAt: moment('cut_at').notNull(),
    status: text('status').$type<'queued' | 'building' | 'ready' | 'failed'>().notNull().default('queued'),
    /** Per cent. */
    progress: integer('progress').notNull().default(0),
    step: text('step').notNull().default(''),
    completeness: jsonb('completeness').$type<CompletenessLine[]>().notNull().default([]),
    /** What was known at the cut, as canonical JSON: rows change, a pack does not. */
    material: text('material').notNull().default(''),
    size: bigint('size', { mode: 'number' }),
    sha256: text('sha256'),
    failure: text('failure').notNull().default(''),
    requestedAt: moment('requested_at').notNull().defaultNow(),
    requestedBy: uuid('requested_by').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    readyAt: moment('ready_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('evidence_packs_number_once').on(t.orgId, t.number),
    index('evidence_packs_by_scope').on(t.orgId, t.scope, t.scopeId, t.requestedAt, t.id),
    check('evidence_packs_ready_whole', sql`(status = 'ready') = (sha256 is not null)`),
  ],
);

export const evidencePackChunks = pgTable(
  'evidence_pack_chunks',
  {
    orgId: uuid('org_id').notNull(),
    packId: uuid('pack_id').notNull(),
    /** 0, 1, …: pieces of one MiB. */
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.packId, t.n] }),
    foreignKey({ columns: [t.orgId, t.packId], foreignColumns: [evidencePacks.orgId, evidencePacks.id] }),
  ],
);

/** While a hold stands, nothing it names is disposed of, whatever its class says. */
export const legalHolds = pgTable(
  'legal_holds',
  {
    ...tenantRow(),
    objectType: text('object_type').notNull(),
    objectId: uuid('object_id').notNull(),
    objectRef: text('object_ref').notNull(),
    reason: text('reason').notNull(),
    placedAt: moment('placed_at').notNull().defaultNow(),
    placedByName: text('placed_by_name').notNull(),
    liftedAt: moment('lifted_at'),
    liftedByName: text('lifted_by_name').notNull().default(''),
    liftReason: text('lift_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    uniqueIndex('legal_holds_one').on(t.orgId, t.objectType, t.objectId).where(sql`lifted_at is null`),
  ],
);

/** Disposing of what may go: one proposes, another approves, and a stub with the digests stays. */
export const disposals = pgTable(
  'disposals',
  {
    ...tenantRow(),
    number: integer('number').notNull(),
    objectType: text('object_type').notNull(),
    objectId: uuid('object_id').notNull(),
    objectRef: text('object_ref').notNull(),
    retentionClass: text('retention_class').notNull(),
    /** The day from which it could go, and the event its clock began with. */
    dueOn: date('due_on').notNull(),
    because: text('because').notNull(),
    /** Name, size and SHA-256 of each file that is disposed of. */
    stub: jsonb('stub').$type<{ name: string; size: number; sha256: string }[]>().notNull(),
    proposedAt: moment('proposed_at').notNull().defaultNow(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by'),
    approvedByName: text('approved_by_name').notNull().default(''),
    refusedAt: moment('refused_at'),
    refuseReason: text('refuse_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.proposedBy], foreignColumns: [users.orgId, users.id] }),
    uniqueIndex('disposals_number_once').on(t.orgId, t.number),
    uniqueIndex('disposals_one_waiting')
      .on(t.orgId, t.objectType, t.objectId)
      .where(sql`approved_at is null and refused_at is null`),
    check('disposals_two_people', sql`approved_by is null or approved_by <> proposed_by`),
  ],
);
