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

/** Names of the counters inside one file. Letters keep the name under which the first ones were counted. */
const COUNTERS = { L: 'supplier-request-letter', R: 'assessment-report', P: 'change-permit' } as const;

async function nextInFile(tx: Tx, orgId: string, file: string, suffix: keyof typeof COUNTERS): Promise<string> {
  const number = await nextNumber(tx, orgId, `${COUNTERS[suffix]} of ${file}`, Number(file.slice(3, 7)));
  return `${file}-${suffix}${String(number).padStart(2, '0')}`;
}

/** Reference of a new assessment report of a change. */
export const nextReportReference = (tx: Tx, orgId: string, change: { reference: string }): Promise<string> =>
  nextInFile(tx, orgId, change.reference, 'R');

/** Reference of a new change permit of a change. */
export const nextPermitReference = (tx: Tx, orgId: string, change: { reference: string }): Promise<string> =>
  nextInFile(tx, orgId, change.reference, 'P');

/**
 * Reference of a new letter, of whatever kind.
 * @param file reference of the change whose file it stands in (CM-2026-000123), or of the file of the letter it
 *   follows; null opens a file of its own, with a number from the counter of changes
 */
export async function nextLetterReference(tx: Tx, orgId: string, file: string | null): Promise<string> {
  return nextInFile(tx, orgId, file ?? (await nextChangeReference(tx, orgId, new Date())), 'L');
}

/** Number of the next delegation, exception or standard change of the organisation: 1, 2, 3, … whatever the year. */
export const nextNumberOf = (
  tx: Tx,
  orgId: string,
  kind: 'delegation' | 'role-exception' | 'standard-change',
): Promise<number> => nextNumber(tx, orgId, kind, 0);

/** The file a letter stands in: CM-2026-000123 for CM-2026-000123-L02. */
export const fileOfLetter = (reference: string): string => reference.replace(/-L\d+$/, '');
