/** Throws away what has run out: old counters, ended sessions, forgotten browsers, challenges nobody answered. */
import type { Tx } from '../../db/client.server';
import { once } from '../../db/once';
import { forgetOldChallenges } from './challenges.server';
import { forgetOldDevices } from './devices.server';
import { forgetEndedSessions } from './session.server';
import { forgetOldAttempts } from './throttle.server';

const EVERY_MS = 60 * 60 * 1000;

/** At most once an hour a process; called where somebody signs in, so that no timer has to be kept. */
export async function tidy(tx: Tx): Promise<void> {
  const last = once('guard.tidied', () => ({ at: 0 }));
  if (Date.now() - last.at < EVERY_MS) return;
  last.at = Date.now();
  await forgetOldAttempts(tx);
  await forgetEndedSessions(tx);
  await forgetOldDevices(tx);
  await forgetOldChallenges(tx);
}
