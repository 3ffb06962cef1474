/** How often what waits for somebody is sent by e-mail. */
export const DIGESTS = ['none', 'daily', 'weekdays'] as const;
export type Digest = (typeof DIGESTS)[number];

export const DIGEST_LABELS: Record<Digest, string> = {
  none: 'Never',
  daily: 'Every day at 08:00',
  weekdays: 'Monday to Friday at 08:00',
};

/** The hour of the day at which it leaves, where the organisation is. */
export const DIGEST_HOUR = 8;

/** Whether somebody who chose this gets one on the day (year-month-day). */
export function isDigestDay(digest: Digest, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return digest === 'daily' || (digest === 'weekdays' && weekday >= 1 && weekday <= 5);
}
