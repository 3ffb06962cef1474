/** Keeps the figures of each day for the trends: one row a day, the last look of the day counts. Part of the tick. */
import { sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { organisationsWithChains } from '../../audit/verify.server';
import { today as presentDay } from '../today';
import { dayFigures, notKnown } from './figures';
import { readFleet } from './read-fleet.server';

/** A row is taken anew when it is older than this. */
const AGAIN_AFTER = '6 hours';

/** Takes the figures of one organisation, unless that was done a short while ago; whether it took them. */
export const takeFleetDayOf = (orgId: string): Promise<boolean> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const day = presentDay();
    const [fresh] = await tx.execute(sql`
      select 1 from fleet_days
      where org_id = ${orgId} and day = ${day}::date and taken_at > now() - ${AGAIN_AFTER}::interval`);
    if (fresh) return false;
    const began = performance.now();
    const { basis, units, waiting, exposure } = await readFleet(tx, orgId, day, false);
    const figures = dayFigures(units, waiting, exposure.unitDays, notKnown(basis.ages));
    const took = Math.round(performance.now() - began);
    // Two ticks at once write the same day: the later look stays.
    await tx.execute(sql`
      insert into fleet_days (org_id, day, figures, taken_at, took_ms)
      values (${orgId}, ${day}::date, ${JSON.stringify(figures)}::jsonb, now(), ${took})
      on conflict (org_id, day) do update set figures = excluded.figures, taken_at = excluded.taken_at,
        took_ms = excluded.took_ms`);
    return true;
  });

/** Everywhere; an organisation whose figures cannot be taken leaves a gap and stops no other. */
export async function takeFleetDay(): Promise<void> {
  for (const { id } of await organisationsWithChains()) {
    try {
      await takeFleetDayOf(id);
    } catch (error) {
      console.error(
        `The figures of the day of organisation ${id} could not be taken; the next tick tries again:`,
        error,
      );
    }
  }
}
