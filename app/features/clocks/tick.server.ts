/**
 * Job `clocks.tick`, every minute: carries out what is due in every organisation, and looks after the outbox. Two ticks
 * at once share the work: each letter is locked by one of them.
 */
import { and, eq, isNull, lte, notExists, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { clockPauses, ladderSteps } from '../../../db/schema/index.server';
import { organisationsWithChains } from '../../audit/verify.server';
import { sweepMail } from '../mail/sweep-mail.server';
import { runSteps } from './run-steps.server';

/** Letters looked up at once. */
const PAGE = 100;
/** A tick ends after so long; the next one goes on. */
const BUDGET_MS = 50_000;

/** Letters with a step that is due, longest due first; those that failed in this tick are left for the next. */
const dueLetters = (orgId: string, now: Date, leave: ReadonlySet<string>): Promise<string[]> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const rows = await tx
      .select({ letterId: ladderSteps.letterId })
      .from(ladderSteps)
      .where(
        and(
          eq(ladderSteps.orgId, orgId),
          eq(ladderSteps.status, 'planned'),
          lte(ladderSteps.plannedAt, now),
          notExists(
            tx
              .select({ one: sql`1` })
              .from(clockPauses)
              .where(
                and(
                  eq(clockPauses.orgId, orgId),
                  eq(clockPauses.letterId, ladderSteps.letterId),
                  isNull(clockPauses.toOn),
                ),
              ),
          ),
        ),
      )
      .orderBy(ladderSteps.plannedAt, ladderSteps.id)
      .limit(PAGE + leave.size);
    return [...new Set(rows.map((row) => row.letterId))].filter((id) => !leave.has(id));
  });

export interface Ticked {
  done: number;
  skipped: number;
  failed: number;
}

/** Works off one organisation until nothing is due, or until the time is over. */
export async function tickOrganisation(
  orgId: string,
  now = new Date(),
  until = Date.now() + BUDGET_MS,
): Promise<Ticked> {
  const sums: Ticked = { done: 0, skipped: 0, failed: 0 };
  const leave = new Set<string>();
  for (;;) {
    const due = await dueLetters(orgId, now, leave);
    if (due.length === 0) return sums;
    for (const letterId of due) {
      if (Date.now() > until) return sums;
      try {
        const end = await runSteps(orgId, letterId, now);
        if (end === 'elsewhere') leave.add(letterId);
        else {
          sums.done += end.done;
          sums.skipped += end.skipped;
        }
      } catch (error) {
        leave.add(letterId);
        sums.failed += 1;
        console.error(`The ladder of letter ${letterId} could not be carried on; the next tick tries again:`, error);
      }
    }
  }
}

/** Does what is due now, everywhere. */
export async function tick(now = new Date()): Promise<Ticked> {
  const until = Date.now() + BUDGET_MS;
  const sums: Ticked = { done: 0, skipped: 0, failed: 0 };
  for (const { id } of await organisationsWithChains()) {
    const one = await tickOrganisation(id, now, until);
    sums.done += one.done;
    sums.skipped += one.skipped;
    sums.failed += one.failed;
    await sweepMail(id);
  }
  return sums;
}
