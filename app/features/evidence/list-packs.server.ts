/** The packs of an organisation, newest first; keyset pages by number. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { evidencePacks } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import type { PackScope } from './scope';

export interface PackLine {
  id: string;
  number: number;
  scope: PackScope;
  title: string;
  cutSeq: number;
  cutAt: string;
  status: 'queued' | 'building' | 'ready' | 'failed';
  progress: number;
  size: number | null;
  requestedByName: string;
}

const BY_NUMBER: Sorting = { by: [sql`${evidencePacks.number}`, sql`${evidencePacks.id}`], parts: ['integer', 'uuid'] };

/** One page. `search` is the address's query: after, before. */
export const listPacks = (actor: Actor, search: URLSearchParams): Promise<Page<PackLine>> =>
  inOrganisation(actor, async (tx) => {
    const wish = pageWish(search, BY_NUMBER.parts);
    const { id, number, scope, title, cutSeq, cutAt, status, progress, size, requestedByName } = evidencePacks;
    const read = await tx
      .select({ id, number, scope, title, cutSeq, cutAt, status, progress, size, requestedByName })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.orgId, actor.orgId), keysetCondition(BY_NUMBER, wish, true)))
      .orderBy(keysetOrder(BY_NUMBER, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, (row) => [String(row.number), row.id]);
    return { ...page, rows: page.rows.map((row) => ({ ...row, cutAt: row.cutAt.toISOString() })) };
  });
