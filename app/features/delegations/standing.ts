/** How a delegation or an exception stands on a day. Pure. */

export type Standing = 'to_come' | 'in_force' | 'over' | 'revoked';

export const STANDINGS = ['in_force', 'to_come', 'over', 'revoked'] as const;

export const STANDING_LABELS: Record<Standing, string> = {
  to_come: 'to come',
  in_force: 'in force',
  over: 'over',
  revoked: 'revoked',
};

/** Both ends count: it is in force on its first and on its last day, and not from the moment it is revoked. */
export function standingOf(of: { startsOn: string; endsOn: string; revokedAt: Date | null }, day: string): Standing {
  if (of.revokedAt) return 'revoked';
  if (day < of.startsOn) return 'to_come';
  return day > of.endsOn ? 'over' : 'in_force';
}

export const isStanding = (value: unknown): value is Standing => Object.hasOwn(STANDING_LABELS, String(value));

/** Whether it can still be revoked: what is over needs no end. */
export const revocable = (standing: Standing): boolean => standing === 'to_come' || standing === 'in_force';
