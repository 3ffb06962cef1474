/**
 * One batch of a re-run, in one transaction: what was judged, what flips and how far it has come are stored together, so
 * that a process killed in the middle loses a batch of work and nothing else.
 */
import { setImmediate } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation, type Tenant, type Tx } from '../../../db/client.server';
import { rerunFlips, reruns } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { parseDossier } from '../../regulation/dossier';
import { type Flip, rerun } from '../../regulation/rerun';
import type { AssessmentResult } from '../../regulation/result';
import { inWords, type RerunRow } from './rerun-row.server';

/** Changes judged in one transaction. */
export const BATCH = 100;

/** `elsewhere`: another process is at it. */
export type BatchEnd = 'more' | 'done' | 'elsewhere';

interface Past extends Record<string, unknown> {
  change_id: string;
  number: number;
  dossier: unknown;
  result: AssessmentResult;
}

/** Judges the next batch. @param tenant whose run it is */
export const judgeBatch = (tenant: Tenant, rerunId: string, size = BATCH): Promise<BatchEnd> =>
  inOrganisation(tenant, async (tx) => {
    const mine = and(eq(reruns.orgId, tenant.orgId), eq(reruns.id, rerunId));
    const [run] = await tx.select().from(reruns).where(mine).for('update', { skipLocked: true });
    if (!run) return 'elsewhere';
    if (run.status === 'done') return 'done';
    const past = await nextOf(tx, run, size);
    const { flips, flipped, unreadable } = await judgeAll(run, past);
    if (flips.length > 0) await tx.insert(rerunFlips).values(flips);
    const ended = past.length < size;
    const sums = {
      judged: run.judged + past.length,
      flipped: run.flipped + flipped,
      unreadable: run.unreadable + unreadable,
    };
    await tx
      .update(reruns)
      .set({
        ...sums,
        cursor: past.at(-1)?.change_id ?? run.cursor,
        ...(ended ? { status: 'done', finishedAt: new Date() } : {}),
      })
      .where(mine);
    if (ended) await recordEnd(tx, run, sums);
    return ended ? 'done' : 'more';
  });

/** The latest assessment of the next changes, in the order of the changes' ids: one index, whatever the number. */
const nextOf = (tx: Tx, { orgId, cursor }: RerunRow, size: number): Promise<Past[]> =>
  tx.execute<Past>(sql`
    select latest.change_id, latest.number, latest.dossier, latest.result
    from changes
    join lateral (
      select change_id, number, dossier, result from assessments
      where assessments.org_id = changes.org_id and assessments.change_id = changes.id
      order by number desc limit 1
    ) as latest on true
    where changes.org_id = ${orgId} and ${cursor === null ? sql`true` : sql`changes.id > ${cursor}::uuid`}
    order by changes.id
    limit ${size}`);

async function judgeAll(run: RerunRow, past: readonly Past[]) {
  const flips: (typeof rerunFlips.$inferInsert)[] = [];
  let flipped = 0;
  let unreadable = 0;
  for (const one of past) {
    // Pages are answered between two changes.
    await setImmediate();
    const found = flipsOf(run, one);
    if (found === null) unreadable += 1;
    if (found === null || found.length === 0) continue;
    flipped += 1;
    const at = { orgId: run.orgId, rerunId: run.id, changeId: one.change_id, number: one.number };
    flips.push(...found.map((flip) => ({ ...at, ...flip })));
  }
  return { flips, flipped, unreadable };
}

/** Null where today's contract does not let the kept dossier in: it is counted, never guessed. */
function flipsOf(run: RerunRow, { dossier, result }: Past): Flip[] | null {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) return null;
  const under = Object.keys(run.under).length > 0 ? run.under : undefined;
  return rerun(parsed.dossier, result, under, run.asOf ?? result.as_of).flips;
}

const recordEnd = (tx: Tx, run: RerunRow, sums: { judged: number; flipped: number; unreadable: number }) =>
  record(
    tx,
    { orgId: run.orgId, userId: run.startedBy, name: run.startedByName, role: 'in_the_background' },
    { action: 'rerun.finished', object: { type: 'rerun', id: run.id, ref: inWords(run).title }, detail: sums },
  );
