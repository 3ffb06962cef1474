/** Reportability triages that wait for one person's decision. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, reportabilityTriages } from '../../../db/schema/index.server';

export interface WaitingTriage {
  id: string;
  changeId: string;
  reference: string;
  title: string;
  number: number;
  by: string;
  /** ISO. */
  since: string;
  /** The first day that a clock names; null: none names one. */
  due: string | null;
}

/** The longest list on a page. */
export const MOST_TRIAGES = 50;

/** Oldest first. */
export async function triagesWaitingFor(tx: Tx, actor: { orgId: string; userId: string }): Promise<WaitingTriage[]> {
  const rows = await tx
    .select({
      ...{ id: reportabilityTriages.id, changeId: reportabilityTriages.changeId, reference: changes.reference },
      ...{ number: reportabilityTriages.number, by: reportabilityTriages.createdByName },
      ...{ since: reportabilityTriages.createdAt, clocks: reportabilityTriages.clocks },
      title: sql<string>`left(${changes.title}, 200)`,
    })
    .from(reportabilityTriages)
    .innerJoin(
      changes,
      and(eq(changes.orgId, reportabilityTriages.orgId), eq(changes.id, reportabilityTriages.changeId)),
    )
    .where(
      and(
        eq(reportabilityTriages.orgId, actor.orgId),
        eq(reportabilityTriages.deciderId, actor.userId),
        isNull(reportabilityTriages.decision),
      ),
    )
    .orderBy(asc(reportabilityTriages.id))
    .limit(MOST_TRIAGES);
  return rows.map(({ clocks, since, ...row }) => ({
    ...row,
    since: since.toISOString(),
    due: clocks.flatMap((clock) => (clock.due ? [clock.due] : [])).sort()[0] ?? null,
  }));
}
