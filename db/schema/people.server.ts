/** Organisations, people, their credentials and sessions. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '../../app/guard/roles';

export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  name: text('name').notNull(),
  country: text('country').notNull(),
  /** england, scotland, wales, northern_ireland; null outside the United Kingdom. */
  nation: text('nation'),
  address: text('address').array().notNull().default(sql`'{}'`),
  email: text('email'),
  telephone: text('telephone'),
  isDemonstration: boolean('is_demonstration').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const users = pgTable(
  'users',
  {
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisations.id),
    id: uuid('id').notNull().unique().default(sql`uuidv7()`),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    jobTitle: text('job_title').notNull().default(''),
    active: boolean('active').notNull().default(true),
    /** The password was chosen by an administrator: nothing but the account page opens until it is replaced. */
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    /** none, daily or weekdays: how often what waits for this person is sent by e-mail. */
    digest: text('digest').$type<'none' | 'daily' | 'weekdays'>().notNull().default('none'),
    /** The last day that is settled: a digest was sent on it, or nothing waited. */
    digestSentOn: date('digest_sent_on'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    // One person, one account, whatever the spelling: stops two organisations claiming the same address.
    uniqueIndex('users_email_once').on(sql`lower(${t.email})`),
    index('users_by_name').on(t.orgId, t.name, t.id),
  ],
);

/** Readable by the authentication role only: the application's role cannot see a password hash. */
export const credentials = pgTable('credentials', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  passwordHash: text('password_hash').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
});

/** `id` is the SHA-256 of the cookie's value, so a leaked table opens nobody's session. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    address: text('address').notNull().default(''),
    userAgent: text('user_agent').notNull().default(''),
  },
  (t) => [index('sessions_by_user').on(t.userId)],
);

/** Counters of failed sign-ins: see app/guard/throttle.server.ts. */
export const signInThrottle = pgTable('sign_in_throttle', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  windowStart: timestamp('window_start', { withTimezone: true }).notNull(),
  blockedUntil: timestamp('blocked_until', { withTimezone: true }),
  /** Attempts turned away unread within the window; the trail gets the 1st, 10th, 100th, so it cannot be flooded. */
  refused: integer('refused').notNull().default(0),
});

/**
 * Browsers a person has signed in from, so that a flood of failures elsewhere cannot lock that person out. `id` is the
 * SHA-256 of the cookie's value and the person: a shared ward computer is known to each of its users.
 */
export const knownDevices = pgTable(
  'known_devices',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('known_devices_by_user').on(t.userId)],
);

/** One row an organisation: the head of its audit chain, locked while an event is appended. */
export const auditHeads = pgTable('audit_heads', {
  orgId: uuid('org_id')
    .primaryKey()
    .references(() => organisations.id),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
});

/** Append-only; triggers refuse update, delete and truncate to every role. */
export const auditEvents = pgTable(
  'audit_events',
  {
    orgId: uuid('org_id').notNull(),
    seq: integer('seq').notNull(),
    at: text('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    objectType: text('object_type').notNull(),
    objectId: text('object_id'),
    objectRef: text('object_ref'),
    detail: jsonb('detail').notNull(),
    reason: text('reason'),
    requestId: text('request_id'),
    address: text('address'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
    index('audit_events_by_object').on(t.orgId, t.objectId, t.seq),
    index('audit_events_by_ref').on(t.orgId, t.objectRef, t.seq),
    index('audit_events_by_actor').on(t.orgId, t.actorId, t.seq),
    index('audit_events_by_action').on(t.orgId, t.action, t.seq),
    index('audit_events_by_time').on(t.orgId, t.at, t.seq),
    unique('audit_events_hash_once').on(t.orgId, t.hash),
  ],
);
