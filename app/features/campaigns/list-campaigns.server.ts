/** The list of campaigns, newest first, with what became of their letters: keyset pages, one query. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { campaigns } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';

export interface CampaignLine {
  id: string;
  title: string;
  cves: string[];
  createdAt: string;
  letters: number;
  sent: number;
  answered: number;
}

/** With six digits of seconds: a cursor rounded to milliseconds would repeat or lose a row. */
const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

export async function listCampaigns(actor: Actor, search: URLSearchParams): Promise<Page<CampaignLine>> {
  const wish = pageWish(search, ['text', 'uuid']);
  const backwards = wish.direction === 'before';
  const direction = backwards ? asc : desc;
  const conditions: SQL[] = [eq(campaigns.orgId, actor.orgId)];
  const [moment, id] = wish.cursor ?? [];
  if (moment !== undefined && !moment.startsWith('0000') && z.iso.datetime().safeParse(moment).success) {
    const compare = backwards ? sql`>` : sql`<`;
    conditions.push(
      sql`(${campaigns.createdAt}, ${campaigns.id}) ${compare} (${moment}::text::timestamptz, ${id}::text::uuid)`,
    );
  } else wish.cursor = null;
  // Named with their table: a query of one table names its columns without.
  const letters = (which: SQL) => sql<number>`(select count(*)::int from letters l
    where l.org_id = campaigns.org_id and l.campaign_id = campaigns.id and l.follows_id is null
      and l.status <> 'withdrawn' ${which})`;
  return inOrganisation(actor, async (tx) => {
    const read = await tx
      .select({
        id: campaigns.id,
        title: sql<string>`left(${campaigns.title}, 300)`,
        vulnerabilities: campaigns.vulnerabilities,
        createdAt: campaigns.createdAt,
        letters: letters(sql``),
        sent: letters(sql`and l.sent_at is not null`),
        answered: letters(sql`and l.answered_at is not null`),
        place: sql<string>`to_char(${campaigns.createdAt} at time zone 'UTC', ${MOMENT})`,
      })
      .from(campaigns)
      .where(and(...conditions))
      .orderBy(direction(campaigns.createdAt), direction(campaigns.id))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, (row) => [row.place, row.id]);
    return {
      ...page,
      rows: page.rows.map(({ place: _, vulnerabilities, createdAt, ...row }) => ({
        ...row,
        cves: vulnerabilities.map(({ cve }) => cve),
        createdAt: createdAt.toISOString(),
      })),
    };
  });
}
