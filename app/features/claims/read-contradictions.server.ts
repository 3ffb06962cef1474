/** Reading contradictions: the list, one of them, and those of a supplier or a device for a panel. */
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { contradictions, deviceModels, letters, suppliers } from '../../../db/schema/index.server';
import type { ContradictionSide } from '../../../db/schema/replies.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder, type Sorting } from '../keyset-sql.server';
import { changedAnswer } from './compare-statements';
import { type ContradictionStatus, type ContradictionView, type SideView, SOURCE_LABELS } from './contradiction-view';
import { saidInWords } from './value-in-words';

const select = (tx: Tx) =>
  tx
    .select({
      row: contradictions,
      supplierName: sql<string>`left(${suppliers.name}, 200)`,
      modelName: sql<string | null>`left(${deviceModels.name} || ' ' || ${deviceModels.modelNumber}, 200)`,
      reference: letters.reference,
    })
    .from(contradictions)
    .innerJoin(suppliers, and(eq(suppliers.orgId, contradictions.orgId), eq(suppliers.id, contradictions.supplierId)))
    .leftJoin(
      deviceModels,
      and(eq(deviceModels.orgId, contradictions.orgId), eq(deviceModels.id, contradictions.modelId)),
    )
    .leftJoin(letters, and(eq(letters.orgId, contradictions.orgId), eq(letters.id, contradictions.letterId)));

type Row = Awaited<ReturnType<typeof select>>[number];

function pageOfSide({ source, id }: ContradictionSide, { row }: Row): string | null {
  if (source === 'claim') return `/claims/${id}`;
  if (source === 'mds2' && id === null) return row.modelId ? `/devices/${row.modelId}/mds2` : null;
  if (source === 'register') return `/devices/${id}`;
  if (source === 'advisory') return row.modelId ? `/devices/${row.modelId}/software` : null;
  return `/suppliers/${row.supplierId}/quotations`;
}

const sideView = (side: ContradictionSide, row: Row): SideView => ({
  source: SOURCE_LABELS[side.source],
  page: pageOfSide(side, row),
  value: saidInWords(row.row.subject, side.value),
  ...{ quotation: side.quotation, document: side.document, at: side.page },
  ...{ saidBy: side.saidBy, saidOn: side.saidOn },
});

const viewOf = (found: Row): ContradictionView => {
  const { row } = found;
  return {
    ...{ id: row.id, label: row.label, status: row.status, reason: row.reason },
    supplier: { id: row.supplierId, name: found.supplierName },
    model: row.modelId && found.modelName ? { id: row.modelId, name: found.modelName.trim() } : null,
    one: sideView(row.one, found),
    other: sideView(row.other, found),
    changed: changedAnswer(row.one, row.other),
    letter: row.letterId && found.reference ? { id: row.letterId, reference: found.reference } : null,
    foundAt: row.foundAt.toISOString(),
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
};

export interface ContradictionPage {
  contradiction: ContradictionView;
  mayDecide: boolean;
  mayAsk: boolean;
}

/** Null when it does not exist in the actor's organisation. */
export const getContradiction = (actor: Actor, id: string): Promise<ContradictionPage | null> =>
  inOrganisation(actor, async (tx) => {
    const [row] = await select(tx).where(and(eq(contradictions.orgId, actor.orgId), eq(contradictions.id, id)));
    if (!row) return null;
    const decides = can(actor, 'claim:confirm');
    return {
      contradiction: viewOf(row),
      mayDecide: decides && (row.row.status === 'open' || row.row.status === 'asked'),
      mayAsk: can(actor, 'document:draft') && row.row.status === 'open',
    };
  });

export const CONTRADICTION_FILTERS = ['waiting', 'asked', 'settled', 'no_contradiction', 'all'] as const;
export type ContradictionFilter = (typeof CONTRADICTION_FILTERS)[number];

export interface ContradictionList {
  page: Page<ContradictionView>;
  filter: ContradictionFilter;
  supplier: { id: string; name: string } | null;
  device: { id: string; name: string } | null;
}

/** Ids are made in the order of time. */
const NEWEST: Sorting = { by: [sql`${contradictions.id}`], parts: ['uuid'] };

function statusOf(filter: ContradictionFilter): SQL | undefined {
  if (filter === 'all') return undefined;
  const wanted: ContradictionStatus[] = filter === 'waiting' ? ['open'] : [filter];
  return inArray(contradictions.status, wanted);
}

/** @param search the address's query: status, supplier, device, cursors */
export const listContradictions = (actor: Actor, search: URLSearchParams): Promise<ContradictionList> =>
  inOrganisation(actor, async (tx) => {
    const filter = CONTRADICTION_FILTERS.find((one) => one === search.get('status')) ?? 'waiting';
    const idOf = (name: string) => z.uuid().safeParse(search.get(name)).data ?? null;
    const [supplierId, modelId] = [idOf('supplier'), idOf('device')];
    const wish = pageWish(search, NEWEST.parts);
    const rows = await select(tx)
      .where(
        and(
          eq(contradictions.orgId, actor.orgId),
          statusOf(filter),
          supplierId ? eq(contradictions.supplierId, supplierId) : undefined,
          modelId ? eq(contradictions.modelId, modelId) : undefined,
          keysetCondition(NEWEST, wish, true),
        ),
      )
      .orderBy(keysetOrder(NEWEST, wish, true))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(rows, wish, ({ row }) => [row.id]);
    return {
      page: { ...page, rows: page.rows.map(viewOf) },
      filter,
      supplier: supplierId ? await nameOf(tx, actor.orgId, suppliers, supplierId) : null,
      device: modelId ? await nameOf(tx, actor.orgId, deviceModels, modelId) : null,
    };
  });

async function nameOf(tx: Tx, orgId: string, table: typeof suppliers | typeof deviceModels, id: string) {
  const [row] = await tx
    .select({ id: table.id, name: sql<string>`left(${table.name}, 200)` })
    .from(table)
    .where(and(eq(table.orgId, orgId), eq(table.id, id)));
  return row ?? null;
}

/** The newest undecided ones of a supplier or a device, for a panel on its page. */
export const contradictionsOf = (
  actor: Actor,
  of: { supplierId: string } | { modelId: string },
): Promise<ContradictionView[]> =>
  inOrganisation(actor, async (tx) => {
    const about =
      'supplierId' in of ? eq(contradictions.supplierId, of.supplierId) : eq(contradictions.modelId, of.modelId);
    const rows = await select(tx)
      .where(and(eq(contradictions.orgId, actor.orgId), about, inArray(contradictions.status, ['open', 'asked'])))
      .orderBy(desc(contradictions.id))
      .limit(5);
    return rows.map(viewOf);
  });
