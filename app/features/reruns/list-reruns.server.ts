/** Re-runs of the organisation, newest first, and what a new one may be started under. Three queries. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { reruns } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import { editionKey, withSeveralEditions } from '../library/chart-editions';
import { today } from '../today';
import { rerunView } from './rerun-row.server';
import type { RerunList } from './rerun-views';
import { assessedChanges } from './start-rerun.server';

const ROWS = 20;
const NEWEST_FIRST = { by: [sql`${reruns.id}`], parts: ['uuid'] } as const;

export const listReruns = (actor: Actor, search: URLSearchParams): Promise<RerunList> =>
  inOrganisation(actor, async (tx) => {
    const wish = pageWish(search, ['uuid']);
    const rows = await tx
      .select()
      .from(reruns)
      .where(and(eq(reruns.orgId, actor.orgId), keysetCondition(NEWEST_FIRST, wish, true)))
      .orderBy(keysetOrder(NEWEST_FIRST, wish, true), desc(reruns.id))
      .limit(ROWS + 1);
    const page = pageOf(rows, wish, ({ id }) => [id], ROWS);
    return {
      ...page,
      rows: page.rows.map(rerunView),
      editions: withSeveralEditions()
        .flat()
        .map((chart) => ({ value: editionKey(chart), label: `${chart.name}, ${chart.edition}` })),
      mayStart: can(actor, 'library:rerun'),
      total: await assessedChanges(tx, actor.orgId),
      today: today(),
    };
  });
