/** The list of changes: search, filters, sort, keyset pages. Two queries, whatever the number of changes. */
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { assessments, changes, changeUnits, deviceModels, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { Tier } from '../../regulation/chart';
import { changeKind, isKindId } from '../../regulation/kinds';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { likeInside } from '../keyset-sql.server';
import { type ChangeFilters, changeFilters } from './change-filters';
import { isChangeStatus, STATUS_LABELS } from './change-status';

export interface ChangeListRow {
  id: string;
  reference: string;
  title: string;
  status: string;
  statusLabel: string;
  kinds: string[];
  modelName: string;
  supplierName: string;
  units: number;
  proposerName: string;
  neededBy: string | null;
  updatedAt: string;
  /** Of the latest kept assessment; null while there is none. */
  tier: { from: Tier; to: Tier; open: number } | null;
}

export interface ChangeList extends Page<ChangeListRow> {
  filters: ChangeFilters;
  /** Name of the model the list is narrowed to. */
  device: string | null;
}

/** With six digits of seconds: a cursor rounded to milliseconds would repeat or lose a row. */
const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** What each sort reads, and how a row's place is written into a cursor. */
const SORTS = {
  updated: {
    column: changes.updatedAt,
    type: 'timestamptz',
    text: sql<string>`to_char(${changes.updatedAt} at time zone 'UTC', ${MOMENT})`,
  },
  reference: { column: changes.reference, type: 'text', text: sql<string>`${changes.reference}` },
  needed: { column: changes.neededKey, type: 'date', text: sql<string>`${changes.neededKey}::text` },
} as const;

/** A word of the change itself, of its device, or of the maker; the devices are looked through once. */
const holds = (word: string): SQL => {
  const pattern = likeInside(word);
  return sql`(${changes.searchKey} like ${pattern} or ${changes.modelId} in (
    select ${deviceModels.id} from ${deviceModels} join ${suppliers}
      on ${suppliers.orgId} = ${deviceModels.orgId} and ${suppliers.id} = ${deviceModels.supplierId}
    where ${deviceModels.searchKey} like ${pattern} or ${suppliers.nameKey} like ${pattern}))`;
};

function narrowed(actor: Actor, filters: ChangeFilters): SQL[] {
  const conditions: SQL[] = [eq(changes.orgId, actor.orgId)];
  if (filters.status) conditions.push(eq(changes.status, filters.status));
  if (filters.kind) conditions.push(sql`${filters.kind} = any(${changes.kinds})`);
  if (filters.model) conditions.push(eq(changes.modelId, filters.model));
  if (filters.mine) conditions.push(eq(changes.proposerId, actor.userId));
  for (const word of filters.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)) conditions.push(holds(word));
  return conditions;
}

/** One page of the changes of the actor's organisation. `search` is the address's query. */
export async function listChanges(actor: Actor, search: URLSearchParams): Promise<ChangeList> {
  const filters = changeFilters(search);
  const sort = SORTS[filters.sort];
  const wish = pageWish(search, ['text', 'uuid']);
  const backwards = wish.direction === 'before';
  const direction = filters.descending === backwards ? asc : desc;
  return inOrganisation(actor, async (tx) => {
    const conditions = narrowed(actor, filters);
    if (wish.cursor && validPlace(wish.cursor[0], sort.type)) {
      const compare = filters.descending === backwards ? sql`>` : sql`<`;
      const [place, id] = wish.cursor;
      const at = sql`(${place}::text::${sql.raw(sort.type)}, ${id}::text::uuid)`;
      conditions.push(sql`(${sort.column}, ${changes.id}) ${compare} ${at}`);
    } else wish.cursor = null;
    const read = await tx
      .select({
        id: changes.id,
        reference: changes.reference,
        title: sql<string>`left(${changes.title}, 300)`,
        status: changes.status,
        kinds: changes.kinds,
        proposerName: changes.proposerName,
        neededBy: changes.neededBy,
        updatedAt: changes.updatedAt,
        modelName: sql<string>`left(${deviceModels.name}, 200)`,
        supplierName: sql<string>`left(${suppliers.name}, 200)`,
        place: sort.text,
      })
      .from(changes)
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
      .innerJoin(suppliers, and(eq(suppliers.orgId, changes.orgId), eq(suppliers.id, deviceModels.supplierId)))
      .where(and(...conditions))
      .orderBy(direction(sort.column), direction(changes.id))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, ({ place, id }) => [place, id]);
    const ids = page.rows.map(({ id }) => id);
    const beside = ids.length > 0 ? await besides(tx, actor.orgId, ids) : new Map<string, Beside>();
    const rows = page.rows.map(({ place: _, ...row }): ChangeListRow => {
      const more = beside.get(row.id);
      return {
        ...row,
        statusLabel: isChangeStatus(row.status) ? STATUS_LABELS[row.status] : row.status,
        kinds: row.kinds.map((id) => (isKindId(id) ? changeKind(id).label : id)),
        updatedAt: row.updatedAt.toISOString(),
        units: more?.units ?? 0,
        tier: more?.tier ? { from: more.tier, to: more.worst ?? more.tier, open: more.open } : null,
      };
    });
    const device = filters.model ? await modelName(tx, actor.orgId, filters.model) : null;
    return { filters, device, ...page, rows };
  });
}

const validPlace = (place: string | undefined, type: string): boolean => {
  if (place === undefined) return false;
  if (type === 'text') return place.length < 100;
  if (type === 'date') return place === 'infinity' || z.iso.date().safeParse(place).success;
  // PostgreSQL has no year 0.
  return !place.startsWith('0000') && z.iso.datetime({ offset: true }).safeParse(place).success;
};

interface Beside {
  units: number;
  tier: Tier | null;
  worst: Tier | null;
  open: number;
}

async function besides(tx: Tx, orgId: string, ids: string[]): Promise<Map<string, Beside>> {
  const latest = tx
    .selectDistinctOn([assessments.changeId], {
      changeId: assessments.changeId,
      tier: assessments.tier,
      worst: assessments.worstTier,
      open: assessments.openQuestions,
    })
    .from(assessments)
    .where(and(eq(assessments.orgId, orgId), inArray(assessments.changeId, ids)))
    .orderBy(assessments.changeId, desc(assessments.number))
    .as('latest');
  const counted = tx
    .select({ changeId: changeUnits.changeId, units: sql<number>`count(*)::int`.as('units') })
    .from(changeUnits)
    .where(and(eq(changeUnits.orgId, orgId), inArray(changeUnits.changeId, ids)))
    .groupBy(changeUnits.changeId)
    .as('counted');
  const rows = await tx
    .select({ id: changes.id, units: counted.units, tier: latest.tier, worst: latest.worst, open: latest.open })
    .from(changes)
    .leftJoin(counted, eq(counted.changeId, changes.id))
    .leftJoin(latest, eq(latest.changeId, changes.id))
    .where(and(eq(changes.orgId, orgId), inArray(changes.id, ids)));
  return new Map(
    rows.map(({ id, units, tier, worst, open }) => [
      id,
      { units: units ?? 0, tier: tier as Tier | null, worst: worst as Tier | null, open: open ?? 0 },
    ]),
  );
}

async function modelName(tx: Tx, orgId: string, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: deviceModels.name })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, id)));
  return row?.name ?? null;
}
