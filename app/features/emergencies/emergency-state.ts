/** How an emergency stands. Pure; the moment comes from the server, so that everybody reads the same clock. */
import type { ChangeStatus } from '../changes/change-status';

export type EmergencyState =
  /** One person has said so; nothing is allowed yet. */
  | 'declared'
  /** Two people have; the clock runs. */
  | 'running'
  /** The clock ran out. */
  | 'overdue'
  | 'signed_in_time'
  /** Signed, but not in time: that stays to be seen. */
  | 'signed_late'
  | 'withdrawn'
  /** Rejected, revoked or put forward again before everybody had signed. */
  | 'ended';

export interface EmergencyMoments {
  confirmedAt: Date | null;
  signBy: Date | null;
  regularisedAt: Date | null;
  withdrawnAt: Date | null;
}

/** States in which somebody may still be acting under it. */
const ACTING: readonly ChangeStatus[] = ['in_implementation', 'verifying'];

export function emergencyState(row: EmergencyMoments, status: ChangeStatus, now: Date): EmergencyState {
  if (row.withdrawnAt) return 'withdrawn';
  if (!row.confirmedAt || !row.signBy) return ACTING.includes(status) || beforeDecision(status) ? 'declared' : 'ended';
  if (row.regularisedAt) return row.regularisedAt <= row.signBy ? 'signed_in_time' : 'signed_late';
  if (!ACTING.includes(status)) return 'ended';
  return now <= row.signBy ? 'running' : 'overdue';
}

const beforeDecision = (status: ChangeStatus) =>
  ['submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'in_sign_off'].includes(status);

export const EMERGENCY_LABELS: Record<EmergencyState, string> = {
  declared: 'declared, waits for a second person',
  running: 'acted upon before it was signed',
  overdue: 'not signed in time',
  signed_in_time: 'signed afterwards, in time',
  signed_late: 'signed afterwards, not in time',
  withdrawn: 'withdrawn',
  ended: 'ended without a decision',
};

/** "2 days 3 hours", "3 hours 20 minutes", "5 minutes": a span as people read a clock. */
export function spanInWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const words = (n: number, one: string) => (n === 0 ? '' : `${n} ${one}${n === 1 ? '' : 's'}`);
  const parts = days > 0 ? [words(days, 'day'), words(hours, 'hour')] : [words(hours, 'hour'), words(rest, 'minute')];
  return parts.filter(Boolean).join(' ') || 'less than a minute';
}
