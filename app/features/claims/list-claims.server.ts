/** The list of claims, those that wait first: keyset pages, narrowed by supplier and state. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { claims, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import type { ClaimView } from './claim-view';
import { claimViews, readClaims } from './read-claims.server';

export interface ClaimList {
  page: Page<ClaimView>;
  status: 'proposed' | 'confirmed' | 'set_aside';
  supplier: { id: string; name: string } | null;
  mayConfirm: boolean;
}

/** Ids are made in the order of time: those that wait longest stand first. */
const BY_AGE: Sorting = { by: [sql`${claims.id}`], parts: ['uuid'] };

const STATUSES = ['proposed', 'confirmed', 'set_aside'] as const;

/** @param search the address's query: status, supplier, cursors */
export const listClaims = (actor: Actor, search: URLSearchParams): Promise<ClaimList> =>
  inOrganisation(actor, async (tx) => {
    const status = STATUSES.find((one) => one === search.get('status')) ?? 'proposed';
    const wanted = z.uuid().safeParse(search.get('supplier'));
    const wish = pageWish(search, BY_AGE.parts);
    // What was decided is read backwards, what waits forwards.
    const descending = status !== 'proposed';
    const where = and(
      eq(claims.orgId, actor.orgId),
      eq(claims.status, status),
      wanted.success ? eq(claims.supplierId, wanted.data) : undefined,
      keysetCondition(BY_AGE, wish, descending),
    );
    const rows = await readClaims(tx, where, [keysetOrder(BY_AGE, wish, descending)], PAGE_ROWS + 1);
    const page = pageOf(rows, wish, ({ claim }) => [claim.id]);
    const [supplier] = wanted.success
      ? await tx
          .select({ id: suppliers.id, name: sql<string>`left(${suppliers.name}, 200)` })
          .from(suppliers)
          .where(and(eq(suppliers.orgId, actor.orgId), eq(suppliers.id, wanted.data)))
      : [];
    return {
      page: { ...page, rows: await claimViews(tx, actor.orgId, page.rows) },
      status,
      supplier: supplier ?? null,
      mayConfirm: can(actor, 'claim:confirm'),
    };
  });
