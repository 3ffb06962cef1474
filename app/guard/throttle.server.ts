/**
 * Slows down guessing without handing anybody a way to lock others out.
 * Failures are counted for the pair of account and network address (short fuse), for the address (long fuse), and for
 * the account from devices that never signed in to it (long fuse). A browser that has signed in before is judged by its
 * own pair only, so a flood of failures from elsewhere does not shut its owner out.
 */
import { createHash } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.server';
import { signInThrottle } from '../../db/schema/index.server';

interface Fuse {
  key: string;
  /** Failures within the window that are free. */
  free: number;
}

const WINDOW_MINUTES = 15;
const LONGEST_BLOCK_SECONDS = 15 * 60;

const fuseKey = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** The counters that one attempt touches. */
export function fusesOf(email: string, address: string, knownDevice: string | null): Fuse[] {
  const account = email.trim().toLowerCase();
  if (knownDevice) return [{ key: fuseKey('device', account, knownDevice), free: 10 }];
  return [
    { key: fuseKey('pair', account, address), free: 5 },
    { key: fuseKey('address', address), free: 60 },
    { key: fuseKey('account', account), free: 100 },
  ];
}

/** Seconds until another attempt is looked at; 0 when it may go on now. */
export async function secondsToWait(tx: Tx, fuses: Fuse[]): Promise<number> {
  const keys = fuses.map((fuse) => fuse.key);
  const rows = await tx
    .select({ wait: sql<number>`ceil(extract(epoch from ${signInThrottle.blockedUntil} - now()))::int` })
    .from(signInThrottle)
    .where(inArray(signInThrottle.key, keys));
  return Math.max(0, ...rows.map((row) => row.wait ?? 0));
}

/** Counts a failure; beyond the free ones each doubles the wait, from 2 seconds up to 15 minutes. */
export async function countFailure(tx: Tx, fuses: Fuse[]): Promise<void> {
  // Always in the same order, so that two attempts at once cannot deadlock.
  for (const { key, free } of [...fuses].sort((a, b) => a.key.localeCompare(b.key))) {
    await tx.execute(sql`
      insert into sign_in_throttle as t (key, failures, window_start) values (${key}, 1, now())
      on conflict (key) do update set
        failures = case when t.window_start < now() - make_interval(mins => ${WINDOW_MINUTES}) then 1 else t.failures + 1 end,
        window_start = case when t.window_start < now() - make_interval(mins => ${WINDOW_MINUTES}) then now() else t.window_start end,
        blocked_until = case
          when t.window_start < now() - make_interval(mins => ${WINDOW_MINUTES}) or t.failures + 1 <= ${free} then null
          else now() + make_interval(secs => least(${LONGEST_BLOCK_SECONDS}, 2 ^ least(t.failures + 1 - ${free}, 10)))
        end`);
  }
}

/** Forgets the failures of the pair or device that has just signed in; the wider counters run out by themselves. */
export async function forgetFailures(tx: Tx, fuses: Fuse[]): Promise<void> {
  const [own] = fuses;
  if (own) await tx.delete(signInThrottle).where(inArray(signInThrottle.key, [own.key]));
}
