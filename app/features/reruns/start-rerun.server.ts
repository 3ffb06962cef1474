/** Starts judging the latest assessment of every change again. The work is done in the background. */
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { reruns } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { LIBRARY_EDITION } from '../../regulation/library';
import { readEditionKey } from '../library/chart-editions';
import { today } from '../today';
import { keepRunning } from './keep-running.server';
import type { RerunWish } from './rerun-form.server';
import { inWords } from './rerun-row.server';

/** Changes that have an assessment to judge again. */
export async function assessedChanges(tx: Tx, orgId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::integer as count from assessments where org_id = ${orgId} and number = 1`,
  );
  return row?.count ?? 0;
}

/**
 * Two people may start at once; a run that asks the same and is still going is joined instead of begun twice.
 * @returns the id of the run
 * @throws when the wish names an edition that is not there: the form lets none through
 */
export async function startRerun(actor: Actor, wish: RerunWish): Promise<string> {
  const asked = askedOf(wish);
  const id = await inOrganisation(actor, async (tx) => {
    // One at a time in an organisation, so that two who ask the same find each other's.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('reruns ' || ${actor.orgId}::text, 0))`);
    const running = await tx
      .select()
      .from(reruns)
      .where(and(eq(reruns.orgId, actor.orgId), eq(reruns.status, 'running')));
    const same = running.find((run) => JSON.stringify(askedIn(run)) === JSON.stringify(asked));
    if (same) return same.id;
    const total = await assessedChanges(tx, actor.orgId);
    const [row] = await tx
      .insert(reruns)
      .values({
        orgId: actor.orgId,
        ...asked,
        library: LIBRARY_EDITION,
        total,
        startedBy: actor.userId,
        startedByName: actor.name,
      })
      .returning({ id: reruns.id });
    if (!row) throw new Error('The re-run was not stored');
    await record(tx, auditActor(actor), {
      action: 'rerun.started',
      object: { type: 'rerun', id: row.id, ref: inWords(asked).title },
      detail: { ...asked, library: LIBRARY_EDITION, total },
    });
    return row.id;
  });
  keepRunning(actor, id);
  return id;
}

const askedIn = ({ mode, asOf, under }: typeof reruns.$inferSelect) => ({ mode, asOf, under });

function askedOf({ mode, asOf, edition }: RerunWish) {
  if (mode === 'today') return { mode, asOf: today(), under: {} };
  if (mode === 'day') return { mode, asOf, under: {} };
  const read = readEditionKey(edition);
  if (!read.ok) throw new Error(read.problem);
  return { mode, asOf: null, under: { [read.chart.instrument]: read.chart.edition } };
}
