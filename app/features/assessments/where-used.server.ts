/** The assessments that walked an instrument, newest first: a page by the key of one small table, in one query. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { assessmentInstruments, changes } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts';
import { type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import type { UseView } from './use-view';

const ROWS = 10;
// Ids are made in the order of time.
const NEWEST_FIRST = { by: [sql`${assessmentInstruments.assessmentId}`], parts: ['uuid'] } as const;

/** @param search the address, with the cursors `after` and `before` */
export const whereUsed = (actor: Actor, instrument: string, search: URLSearchParams): Promise<Page<UseView>> =>
  inOrganisation(actor, async (tx) => {
    const wish = pageWish(search, ['uuid']);
    const rows = await tx
      .select({
        assessmentId: assessmentInstruments.assessmentId,
        changeId: assessmentInstruments.changeId,
        reference: changes.reference,
        title: sql<string>`left(${changes.title}, 300)`,
        number: assessmentInstruments.number,
        edition: assessmentInstruments.edition,
        state: assessmentInstruments.state,
        outcomes: assessmentInstruments.outcomes,
        tier: assessmentInstruments.tier,
        worstTier: assessmentInstruments.worstTier,
        assessedAt: assessmentInstruments.assessedAt,
      })
      .from(assessmentInstruments)
      .innerJoin(
        changes,
        and(eq(changes.orgId, assessmentInstruments.orgId), eq(changes.id, assessmentInstruments.changeId)),
      )
      .where(
        and(
          eq(assessmentInstruments.orgId, actor.orgId),
          eq(assessmentInstruments.instrument, instrument),
          keysetCondition(NEWEST_FIRST, wish, true),
        ),
      )
      .orderBy(keysetOrder(NEWEST_FIRST, wish, true))
      .limit(ROWS + 1);
    const page = pageOf(rows, wish, ({ assessmentId }) => [assessmentId], ROWS);
    return {
      ...page,
      rows: page.rows.map(({ assessmentId: _, ...row }) => ({
        ...row,
        outcomes: row.outcomes.map((code) => chartOf(instrument, row.edition)?.outcomes[code]?.label ?? code),
        assessedAt: row.assessedAt.toISOString(),
      })),
    };
  });
