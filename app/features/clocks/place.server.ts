/** Where an organisation is, as far as days and hours depend on it. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { organisations } from '../../../db/schema/index.server';
import { type CalendarId, calendarOf } from './calendar-names';
import { timeZoneOf } from './time-of-day';

export interface Place {
  calendar: CalendarId;
  timeZone: string;
}

export async function placeOf(tx: Tx, orgId: string): Promise<Place> {
  const [row] = await tx
    .select({ country: organisations.country, nation: organisations.nation })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  if (!row) throw new Error(`There is no organisation ${orgId}`);
  return { calendar: calendarOf(row), timeZone: timeZoneOf(row.country) };
}
