/** What another policy would do to the changes under way: places that come and go. Nothing is saved by looking. */
import { and, count, desc, eq, exists, inArray, lt, or, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes, signOffRounds } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { type ChangeStatus, isChangeStatus, STATUS_LABELS } from '../changes/change-status';
import { numberedPolicy } from './current-policy.server';
import type { SignOffPolicy } from './policy';
import type { PolicyPreview, PreviewRow } from './policy-view';
import { type RouteInput, routeDifference, routeFor } from './route';
import { routeInputs } from './route-inputs.server';
import { SLOT_LABELS } from './slots';

/** Changes looked at in one transaction. */
const PAGE = 500;
/** Changes looked at in all, the newest first; the page says when there are more. */
export const MOST_LOOKED_AT = 5000;
/** Rows that are listed. */
const LISTED = 100;

const BEFORE_DECISION: ChangeStatus[] = [
  'submitted',
  'assessing',
  'awaiting_supplier',
  'options_ready',
  'in_sign_off',
  'on_hold',
];

/** Not decided yet, or acted upon and signed afterwards: a route that is still to be taken. */
const underWay = (tx: Tx, orgId: string) =>
  and(
    eq(changes.orgId, orgId),
    or(
      inArray(changes.status, BEFORE_DECISION),
      and(
        inArray(changes.status, ['in_implementation', 'verifying']),
        exists(
          tx
            .select({ one: sql`1` })
            .from(signOffRounds)
            .where(
              and(
                eq(signOffRounds.orgId, changes.orgId),
                eq(signOffRounds.changeId, changes.id),
                eq(signOffRounds.status, 'open'),
              ),
            ),
        ),
      ),
    ),
  );

/** What two policies make of one change; null: the same. */
export function differenceOf(before: SignOffPolicy, after: SignOffPolicy, input: RouteInput) {
  const difference = routeDifference(routeFor(before, input), routeFor(after, input));
  return difference.added.length + difference.removed.length > 0 ? difference : null;
}

const pageOf = (tx: Tx, orgId: string, after: string | null) =>
  tx
    .select({
      ...{ id: changes.id, reference: changes.reference, status: changes.status, kinds: changes.kinds },
      title: sql<string>`left(${changes.title}, 200)`,
    })
    .from(changes)
    .where(and(underWay(tx, orgId), after === null ? undefined : lt(changes.id, after)))
    .orderBy(desc(changes.id))
    .limit(PAGE);

/**
 * Holds both policies against the newest changes under way, five hundred in a transaction of its own, so that neither
 * the database nor other requests wait for thousands of them.
 */
export async function previewPolicy(actor: Actor, wished: SignOffPolicy): Promise<PolicyPreview> {
  const { before, total } = await inOrganisation(actor, async (tx) => {
    const [row] = await tx.select({ total: count() }).from(changes).where(underWay(tx, actor.orgId));
    return { before: (await numberedPolicy(tx, actor.orgId)).policy, total: row?.total ?? 0 };
  });
  const found: PolicyPreview = { looked: 0, total, differing: 0, gains: {}, losses: {}, rows: [] };
  let after: string | null = null;
  while (found.looked < MOST_LOOKED_AT) {
    const [page, inputs] = await inOrganisation(actor, async (tx) => {
      const rows = await pageOf(tx, actor.orgId, after);
      return [rows, await routeInputs(tx, actor.orgId, rows)] as const;
    });
    for (const row of page) note(found, row, differenceOf(before, wished, inputs.get(row.id) as RouteInput));
    found.looked += page.length;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
    // Other requests come first for a moment.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

function note(
  found: PolicyPreview,
  row: Pick<PreviewRow, 'id' | 'reference' | 'title'> & { status: string },
  difference: ReturnType<typeof differenceOf>,
): void {
  if (!difference) return;
  found.differing += 1;
  const words = (slots: typeof difference.added) => slots.map((slot) => SLOT_LABELS[slot]);
  const [added, removed] = [words(difference.added), words(difference.removed)];
  for (const label of added) found.gains[label] = (found.gains[label] ?? 0) + 1;
  for (const label of removed) found.losses[label] = (found.losses[label] ?? 0) + 1;
  if (found.rows.length >= LISTED) return;
  const status = isChangeStatus(row.status) ? STATUS_LABELS[row.status] : row.status;
  found.rows.push({ id: row.id, reference: row.reference, title: row.title, status, added, removed });
}
