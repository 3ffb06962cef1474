/**
 * Slows down guessing without handing anybody a way to lock others out.
 *
 * Failures are counted for the pair of account and network (short fuse, long waits), for the network, and for the
 * account from browsers that never signed in to it (long fuses, short waits: these two could shut out people who did
 * nothing). A browser that has signed in before is judged by its own counter alone, so a flood of failures from
 * elsewhere does not keep its owner out. From strangers an account takes some 95 guesses an hour at most, wherever they
 * come from (OWASP ASVS 4.0.3, 2.2.1: no more than 100).
 */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { asc, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.server';
import { signInThrottle } from '../../db/schema/index.server';

export interface Fuse {
  key: string;
  /** Failures within the window that cost no waiting. */
  free: number;
  windowMinutes: number;
  longestWaitSeconds: number;
}

const fuseKey = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/**
 * The network an address belongs to, for counting: an IPv6 subscriber holds at least a /64 and could use a fresh
 * address for every guess; an IPv4 address in IPv6 clothes counts as what it is.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) => (text ? text.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The counters that one attempt to sign in touches; the first is the attempt's own, the others are shared. */
export function fusesOf(email: string, address: string, knownDevice: string | null): [Fuse, ...Fuse[]] {
  const account = email.trim().toLowerCase();
  const long = { windowMinutes: 60, longestWaitSeconds: 15 * 60 };
  if (knownDevice) return [{ key: fuseKey('device', account, knownDevice), free: 10, ...long }];
  const network = networkOf(address);
  return [
    { key: fuseKey('pair', account, network), free: 5, ...long },
    { key: fuseKey('network', network), free: 60, windowMinutes: 15, longestWaitSeconds: 60 },
    { key: fuseKey('account', account), free: 50, windowMinutes: 60, longestWaitSeconds: 90 },
  ];
}

/** The counter of somebody who is signed in and asked for the present password again. */
export const confirmationFuse = (userId: string): [Fuse] => [
  { key: fuseKey('confirmation', userId), free: 5, windowMinutes: 60, longestWaitSeconds: 15 * 60 },
];

/**
 * The counter of the second step of a sign-in. Who gets here knows the password, so one counter a person may wait long;
 * a browser that the person has signed in from before has a counter of its own, and is not shut out by others.
 */
export const secondStepFuse = (userId: string, knownDevice: string | null): [Fuse] => [
  { key: fuseKey('second', userId, knownDevice ?? ''), free: 5, windowMinutes: 60, longestWaitSeconds: 15 * 60 },
];

/** Of attempts turned away unread, the trail gets the 1st, 10th, 100th: it cannot be filled from outside. */
export const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count));

export interface Attempt {
  /** Seconds until an attempt is looked at again; 0 when this one may go on. */
  wait: number;
  /** How many attempts were turned away unread within the window, this one included. */
  refused: number;
}

/**
 * Takes one attempt from every fuse, before the password is looked at: many attempts sent at the same moment then count
 * each other. Beyond the free ones each doubles the wait for the next. Give it back with `returnAttempt` on success.
 */
export async function takeAttempt(tx: Tx, fuses: readonly Fuse[]): Promise<Attempt> {
  const keys = fuses.map((fuse) => fuse.key).sort();
  const now = sql`now()`;
  await tx
    .insert(signInThrottle)
    .values(keys.map((key) => ({ key, failures: 0, windowStart: now })))
    .onConflictDoNothing();
  // Locked in one order, so that two attempts at once cannot wait for each other.
  const rows = await tx
    .select({ wait: sql<number | null>`ceil(extract(epoch from ${signInThrottle.blockedUntil} - now()))::int` })
    .from(signInThrottle)
    .where(inArray(signInThrottle.key, keys))
    .orderBy(asc(signInThrottle.key))
    .for('update');
  const wait = Math.max(0, ...rows.map((row) => row.wait ?? 0));
  if (wait > 0) {
    const turned = await tx
      .update(signInThrottle)
      .set({ refused: sql`${signInThrottle.refused} + 1` })
      .where(inArray(signInThrottle.key, keys))
      .returning({ refused: signInThrottle.refused });
    return { wait, refused: Math.max(...turned.map((row) => row.refused)) };
  }
  for (const { key, free, windowMinutes, longestWaitSeconds } of fuses) {
    await tx.execute(sql`
      update ${signInThrottle} t set
        failures = counted.failures,
        window_start = case when counted.anew then now() else t.window_start end,
        refused = case when counted.anew then 0 else t.refused end,
        blocked_until = case when counted.failures <= ${free} then null
          else now() + make_interval(secs => least(${longestWaitSeconds}, 2 ^ least(counted.failures - ${free}, 12))) end
      from (
        select key, window_start < now() - make_interval(mins => ${windowMinutes}) as anew,
          case when window_start < now() - make_interval(mins => ${windowMinutes}) then 1 else failures + 1 end as failures
        from ${signInThrottle} where key = ${key}
      ) counted
      where t.key = counted.key`);
  }
  return { wait: 0, refused: 0 };
}

/** Undoes `takeAttempt` after success: the attempt's own counter begins anew, shared ones forget this attempt only. */
export async function returnAttempt(tx: Tx, [own, ...shared]: readonly [Fuse, ...Fuse[]]): Promise<void> {
  await tx.delete(signInThrottle).where(inArray(signInThrottle.key, [own.key]));
  for (const { key, free } of shared) {
    await tx
      .update(signInThrottle)
      .set({
        failures: sql`greatest(0, ${signInThrottle.failures} - 1)`,
        blockedUntil: sql`case when ${signInThrottle.failures} - 1 <= ${free} then null else ${signInThrottle.blockedUntil} end`,
      })
      .where(inArray(signInThrottle.key, [key]));
  }
}

/** Forgets counters that say nothing any more. */
export const forgetOldAttempts = (tx: Tx) =>
  tx.delete(signInThrottle).where(lt(signInThrottle.windowStart, sql`now() - interval '1 day'`));
