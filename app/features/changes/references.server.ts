/** References people quote: CM-2026-000123 for a change, CM-2026-000123-L02 for its second letter. Never used again. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { referenceCounters } from '../../../db/schema/index.server';

/**
 * The next number of a kind in this organisation and year. The counter's row stays locked until the transaction ends,
 * so numbers have no gaps: who rolls back gives the number to the next.
 */
async function nextNumber(tx: Tx, orgId: string, kind: string, year: number): Promise<number> {
  const [row] = await tx
    .insert(referenceCounters)
    .values({ orgId, kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [referenceCounters.orgId, referenceCounters.kind, referenceCounters.year],
      set: { last: sql`${referenceCounters.last} + 1` },
    })
    .returning({ last: referenceCounters.last });
  if (!row) throw new Error('The reference counter gave no number');
  return row.last;
}

/** Reference of a new change: the year it was proposed in (UTC) and a running number of the organisation. */
export async function nextChangeReference(tx: Tx, orgId: string, now: Date): Promise<string> {
  const year = now.getUTCFullYear();
  const number = await nextNumber(tx, orgId, 'change', year);
  return `CM-${year}-${String(number).padStart(6, '0')}`;
}

const SUFFIX = { 'supplier-request-letter': 'L', 'assessment-report': 'R' } as const;

/** Reference of a new document of a change. */
export async function nextDocumentReference(
  tx: Tx,
  orgId: string,
  change: { reference: string },
  kind: keyof typeof SUFFIX,
): Promise<string> {
  const year = Number(change.reference.slice(3, 7));
  const number = await nextNumber(tx, orgId, `${kind} of ${change.reference}`, year);
  return `${change.reference}-${SUFFIX[kind]}${String(number).padStart(2, '0')}`;
}
