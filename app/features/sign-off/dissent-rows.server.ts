import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { dissents } from '../../../db/schema/index.server';

export type DissentRow = typeof dissents.$inferSelect;

/** Every dissent on a change, by number: answered, taken back or open. */
export const dissentsOf = (tx: Tx, orgId: string, changeId: string): Promise<DissentRow[]> =>
  tx
    .select()
    .from(dissents)
    .where(and(eq(dissents.orgId, orgId), eq(dissents.changeId, changeId)))
    .orderBy(asc(dissents.number));

/** Nobody has answered it, and whoever raised it still holds it. */
export const isUnanswered = ({ answeredAt, takenBack }: DissentRow): boolean =>
  answeredAt === null && takenBack === null;
