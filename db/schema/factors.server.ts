/** Second factors. Readable by the authentication role only, like password hashes. */
import { bigint, boolean, customType, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from './people.server';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true });

/** An authenticator app (TOTP, RFC 6238). */
export const totpFactors = pgTable('totp_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  /** The shared secret under AES-256-GCM: nonce, tag, ciphertext. The key is derived from the installation's secret. */
  locked: bytea('locked').notNull(),
  /** Null until a first code was right. */
  confirmedAt: moment('confirmed_at'),
  /** Time step of the last code taken: a code is good once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** A passkey (WebAuthn). */
export const passkeys = pgTable(
  'passkeys',
  {
    /** Credential id, base64url. */
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    publicKey: bytea('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    name: text('name').notNull(),
    backedUp: boolean('backed_up').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index('passkeys_by_user').on(t.userId)],
);

/** One-time codes for the day the telephone is lost. Only hashes are kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    codeSha256: text('code_sha256').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeSha256] })],
);

/** A challenge waiting for its answer: enrolling a passkey, the second step of a sign-in, the act of signing. Good once. */
export const authChallenges = pgTable(
  'auth_challenges',
  {
    /** SHA-256 of the handle the browser holds. */
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    purpose: text('purpose').$type<'enrol' | 'sign_in' | 'sign'>().notNull(),
    challenge: text('challenge').notNull(),
    /** What the answer is good for and nothing else: digest of what is signed; empty for the others. */
    binds: text('binds').notNull().default(''),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('auth_challenges_by_user').on(t.userId, t.expiresAt)],
);
