/** One re-run: how far it is, and the changes of which an instrument says something else. Three queries. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, deviceModels, rerunFlips, reruns } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts';
import type { Flip, Said } from '../../regulation/rerun';
import { type PageWish, pageOf, pageWish } from '../keyset';
import { keysetCondition, keysetOrder } from '../keyset-sql.server';
import { keepRunning } from './keep-running.server';
import { rerunView } from './rerun-row.server';
import type { FlippedChange, FlipView, RerunPageView, SaidView } from './rerun-views';

/** Changes on a page; each may show many instruments. */
const ROWS = 20;

/** Null when there is no such re-run in the organisation. */
export async function getRerun(actor: Actor, id: string, search: URLSearchParams): Promise<RerunPageView | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(reruns)
      .where(and(eq(reruns.orgId, actor.orgId), eq(reruns.id, id)));
    if (!row) return null;
    const instruments = await tx
      .select({ instrument: rerunFlips.instrument, count: sql<number>`count(*)::integer` })
      .from(rerunFlips)
      .where(and(eq(rerunFlips.orgId, actor.orgId), eq(rerunFlips.rerunId, id)))
      .groupBy(rerunFlips.instrument)
      .orderBy(desc(sql`count(*)`), asc(rerunFlips.instrument));
    const chosen = instruments.find(({ instrument }) => instrument === search.get('instrument'))?.instrument ?? null;
    const page = await flippedChanges(tx, { orgId: actor.orgId, id, chosen }, pageWish(search, ['uuid']));
    return { row, instruments, chosen, page };
  });
  if (!found) return null;
  const { row, ...rest } = found;
  // Whoever looks at a run that a killed process left behind sets it going again.
  if (row.status === 'running') keepRunning(actor, id);
  return {
    ...rest,
    run: rerunView(row),
    instruments: found.instruments.map((one) => ({ ...one, name: nameOf(one.instrument) })),
  };
}

const BY_CHANGE = { by: [sql`change_id`], parts: ['uuid'] } as const;

/** A page of changes in the order of their ids, each with all its flips. */
async function flippedChanges(
  tx: Tx,
  { orgId, id, chosen }: { orgId: string; id: string; chosen: string | null },
  wish: PageWish,
): Promise<RerunPageView['page']> {
  const mine = and(
    eq(rerunFlips.orgId, orgId),
    eq(rerunFlips.rerunId, id),
    chosen === null ? sql`true` : eq(rerunFlips.instrument, chosen),
  );
  const flipped = tx
    .selectDistinct({ changeId: rerunFlips.changeId })
    .from(rerunFlips)
    .where(and(mine, keysetCondition(BY_CHANGE, wish, true)))
    .orderBy(keysetOrder(BY_CHANGE, wish, true))
    .limit(ROWS + 1);
  const rows = await tx
    .select({
      changeId: changes.id,
      reference: changes.reference,
      title: sql<string>`left(${changes.title}, 300)`,
      modelName: sql<string>`left(${deviceModels.name}, 200)`,
      number: rerunFlips.number,
      flip: {
        instrument: rerunFlips.instrument,
        before: rerunFlips.before,
        after: rerunFlips.after,
        why: rerunFlips.why,
      },
    })
    .from(rerunFlips)
    .innerJoin(changes, and(eq(changes.orgId, rerunFlips.orgId), eq(changes.id, rerunFlips.changeId)))
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
    .where(and(mine, inArray(rerunFlips.changeId, flipped)))
    .orderBy(keysetOrder({ by: [sql`${rerunFlips.changeId}`], parts: ['uuid'] }, wish, true), rerunFlips.instrument);
  const byChange = new Map<string, FlippedChange>();
  for (const { flip, ...change } of rows) {
    const known = byChange.get(change.changeId) ?? { ...change, flips: [] };
    known.flips.push(flipView(flip));
    byChange.set(change.changeId, known);
  }
  return pageOf([...byChange.values()], wish, ({ changeId }) => [changeId], ROWS);
}

const nameOf = (instrument: string) => chartOf(instrument)?.name ?? instrument;

const flipView = ({ instrument, before, after, why }: Flip): FlipView => ({
  instrument,
  name: nameOf(instrument),
  before: saidView(instrument, before),
  after: saidView(instrument, after),
  why,
});

function saidView(instrument: string, { edition, outcomes, tier, worst_tier: worst }: Said): SaidView {
  const chart = edition === null ? null : chartOf(instrument, edition);
  return {
    edition,
    outcomes: outcomes.map((code) => chart?.outcomes[code]?.label ?? code),
    tiers: tier && worst ? { from: tier, to: worst } : null,
  };
}
