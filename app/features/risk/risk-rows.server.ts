/** What is on record of the risks of a change. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { hazards, riskRatings } from '../../../db/schema/index.server';

export type RatingRow = typeof riskRatings.$inferSelect;
export type HazardRow = typeof hazards.$inferSelect;

/** The ratings that count now: at most one for each axis and moment. */
export const currentRatings = (tx: Tx, orgId: string, changeId: string): Promise<RatingRow[]> =>
  tx
    .select()
    .from(riskRatings)
    .where(and(eq(riskRatings.orgId, orgId), eq(riskRatings.changeId, changeId), isNull(riskRatings.supersededAt)));

/** The hazard log of a change, by number. */
export const hazardRows = (tx: Tx, orgId: string, changeId: string): Promise<HazardRow[]> =>
  tx
    .select()
    .from(hazards)
    .where(and(eq(hazards.orgId, orgId), eq(hazards.changeId, changeId)))
    .orderBy(asc(hazards.number));
