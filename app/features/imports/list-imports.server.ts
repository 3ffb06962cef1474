/** The imports of an organisation, newest first; keyset pages. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { imports } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { today } from '../today';
import { feedAges } from './feed-ages.server';
import type { FeedAge } from './feed-words';
import type { ImportLine } from './import-view';

/** Ids rise with time (UUID of version 7), so they are the order and the cursor at once. */
const BY_TIME: Sorting = { by: [sql`${imports.id}`], parts: ['uuid'] };

export interface ImportList {
  page: Page<ImportLine>;
  feeds: FeedAge[];
  mayBring: boolean;
  mayManage: boolean;
  today: string;
}

/** One page, with the ages of the feeds. `search` is the address's query. */
export const listImports = (actor: Actor, search: URLSearchParams): Promise<ImportList> =>
  inOrganisation(actor, async (tx) => {
    const wish = pageWish(search, BY_TIME.parts);
    const { id, fileName, purpose, head, status, counts, broughtBy, createdByName, createdAt } = imports;
    const read = await tx
      .select({
        ...{ id, fileName, purpose, status, counts, broughtBy, createdByName, createdAt },
        format: sql<string>`coalesce(${head} ->> 'format', '')`,
      })
      .from(imports)
      .where(and(eq(imports.orgId, actor.orgId), keysetCondition(BY_TIME, wish, true)))
      .orderBy(keysetOrder(BY_TIME, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, (row) => [row.id]);
    return {
      page: { ...page, rows: page.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) },
      feeds: await feedAges(tx, actor.orgId),
      mayBring: can(actor, 'import:run'),
      mayManage: can(actor, 'feed:manage'),
      today: today(),
    };
  });
