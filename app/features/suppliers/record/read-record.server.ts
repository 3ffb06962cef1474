/** The one place where the numbers of a supplier are made: for its page, its downloads and its PDF. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { organisations, suppliers } from '../../../../db/schema/index.server';
import { placeOf } from '../../clocks/place.server';
import { today as presentDay } from '../../today';
import { readExposure } from './read-exposure.server';
import { readStages } from './read-stages.server';
import { readOverdue, readStanding } from './read-standing.server';
import { MOST_LETTERS, type RecordContradiction, type RecordLetter, type SupplierRecordData } from './record-model';

/** Letters of a supplier, newest first. One query. */
export async function readLetters(tx: Tx, orgId: string, supplierId: string, most: number): Promise<RecordLetter[]> {
  const day = (column: string) => sql.raw(`(l.${column} at time zone 'UTC')::date::text`);
  const rows = await tx.execute<Record<string, unknown> & RecordLetter>(sql`
    select l.id, l.reference, l.kind, left(l.subject, 300) as subject, l.status, ${day('sent_at')} as "sentOn",
      ${day('acknowledged_at')} as "acknowledgedOn", ${day('answered_at')} as "answeredOn",
      ${day('closed_at')} as "closedOn", l.next_due::text as "nextDue", l.questions_asked as "questionsAsked",
      l.questions_open as "questionsOpen"
    from letters l where l.org_id = ${orgId} and l.supplier_id = ${supplierId} and l.status <> 'withdrawn'
    order by l.created_at desc, l.id desc limit ${most}`);
  return [...rows];
}

const readContradictions = async (tx: Tx, orgId: string, supplierId: string): Promise<RecordContradiction[]> => [
  ...(await tx.execute<Record<string, unknown> & RecordContradiction>(sql`
    select c.id, left(c.label, 300) as label, left(c.one ->> 'quotation', 500) as one,
      left(c.other ->> 'quotation', 500) as other, c.status
    from contradictions c where c.org_id = ${orgId} and c.supplier_id = ${supplierId}
    order by c.found_at desc, c.id limit 100`)),
];

/**
 * Reads everything that a record of a supplier says.
 * @param letters how many letters it lists
 * @param day the day it is made on
 * @returns null when the organisation has no such supplier
 */
export async function readRecord(
  tx: Tx,
  orgId: string,
  supplierId: string,
  { letters: most = MOST_LETTERS, day = presentDay() } = {},
): Promise<SupplierRecordData | null> {
  const [supplier] = await tx
    .select({ id: suppliers.id, name: suppliers.name, organisation: organisations.name })
    .from(suppliers)
    .innerJoin(organisations, eq(organisations.id, suppliers.orgId))
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, supplierId)));
  if (!supplier) return null;
  const { calendar } = await placeOf(tx, orgId);
  const standing = await readStanding(tx, orgId, supplierId, day, calendar);
  const letters = await readLetters(tx, orgId, supplierId, most);
  const [first] = await tx.execute<{ from: string | null }>(sql`
    select (min(l.created_at) at time zone 'UTC')::date::text as from from letters l
    where l.org_id = ${orgId} and l.supplier_id = ${supplierId} and l.status <> 'withdrawn'`);
  return {
    supplier: { id: supplier.id, name: supplier.name },
    organisation: supplier.organisation,
    language: 'en-GB',
    date: day,
    period: { from: first?.from ?? day, to: day },
    standing,
    overdue: await readOverdue(tx, orgId, supplierId, day, calendar),
    stages: await readStages(tx, orgId, supplierId, day),
    exposure: await readExposure(tx, orgId, supplierId, day),
    letters,
    moreLetters: standing.letters - letters.length,
    contradictions: await readContradictions(tx, orgId, supplierId),
  };
}
