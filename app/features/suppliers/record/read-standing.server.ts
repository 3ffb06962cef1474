/** How a supplier stands today: what is overdue, what is open, how long it has been silent. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import type { ClockStage } from '../../../../db/schema/letters.server';
import { type CalendarId, daysBetween, workingDaysBetween } from '../../clocks/calendars';
import { WAITING_STATUSES } from '../../letters/letter-status';
import { MOST_OVERDUE, type OverdueLetter, type Silence, type Standing } from './record-model';

/** States as a list for SQL; they come from our own closed list. */
export const WAITING = sql.raw(WAITING_STATUSES.map((status) => `'${status}'`).join(', '));
/** A letter that left the house and is not closed: what it asked and nobody answered is an open question. */
export const OPEN = sql.raw(`'${[...WAITING_STATUSES, 'answered'].join("', '")}'`);

/** Day of the last sign of life on a letter, or of its sending. */
const HEARD = sql.raw(`(coalesce(l.acknowledged_at, l.sent_at) at time zone 'UTC')::date`);

type Counted = {
  letters: number;
  overdue: number;
  openQuestions: number;
  waiting: number;
  silent: string | null;
  silentId: string | null;
  silentReference: string | null;
};

/** Counts of all letters of a supplier. One query. @param today ISO day */
export async function readStanding(
  tx: Tx,
  orgId: string,
  supplierId: string,
  today: string,
  calendar: CalendarId,
): Promise<Standing> {
  const [row] = await tx.execute<Counted>(sql`
    with own as (
      select l.id, l.reference, l.status, l.next_due, l.questions_open, ${HEARD} as heard
      from letters l where l.org_id = ${orgId} and l.supplier_id = ${supplierId} and l.status <> 'withdrawn')
    select count(*)::int as letters,
      count(*) filter (where next_due < ${today}::date and status in (${OPEN}))::int as overdue,
      coalesce(sum(questions_open) filter (where status in (${OPEN})), 0)::int as "openQuestions",
      count(*) filter (where status in (${WAITING}))::int as waiting,
      min(heard) filter (where status in (${WAITING}))::text as silent,
      (array_agg(id::text order by heard, id) filter (where status in (${WAITING})))[1] as "silentId",
      (array_agg(reference order by heard, id) filter (where status in (${WAITING})))[1] as "silentReference"
    from own`);
  const { letters = 0, overdue = 0, openQuestions = 0, waiting = 0 } = row ?? {};
  return { letters, overdue, openQuestions, waiting, silence: row ? silenceOf(row, today, calendar) : null };
}

const silenceOf = (row: Counted, today: string, calendar: CalendarId): Silence | null =>
  row.silent && row.silentId && row.silentReference
    ? {
        id: row.silentId,
        reference: row.silentReference,
        since: row.silent,
        days: Math.max(0, daysBetween(row.silent, today)),
        workingDays: workingDaysBetween(row.silent, today, calendar),
      }
    : null;

/** Letters whose date has passed, longest overdue first. One query. */
export async function readOverdue(
  tx: Tx,
  orgId: string,
  supplierId: string,
  today: string,
  calendar: CalendarId,
): Promise<OverdueLetter[]> {
  const rows = await tx.execute<{
    id: string;
    reference: string;
    subject: string;
    due: string;
    stage: ClockStage | null;
  }>(sql`
    select l.id, l.reference, left(l.subject, 300) as subject, l.next_due::text as due,
      (select c.stage from letter_clocks c where c.org_id = l.org_id and c.letter_id = l.id and c.met_at is null
        and c.stopped_at is null order by c.due_on, c.stage limit 1) as stage
    from letters l
    where l.org_id = ${orgId} and l.supplier_id = ${supplierId} and l.status in (${OPEN})
      and l.next_due < ${today}::date
    order by l.next_due, l.id limit ${MOST_OVERDUE}`);
  return [...rows].map(({ stage, ...row }) => ({
    ...row,
    stage: stage ?? 'position',
    days: daysBetween(row.due, today),
    workingDays: workingDaysBetween(row.due, today, calendar),
  }));
}
