/** The clocks of a supplier's letters as cases: answered, or still open after so many days. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import type { ClockStage } from '../../../../db/schema/letters.server';
import { type Ended, survivalOf } from '../statistics/kaplan-meier';
import type { StageRecord } from './record-model';
import { STAGE_ORDER } from './stages';

type Grouped = Ended & { stage: ClockStage; due: number; unanswered: number };

/**
 * Cases are grouped by stage and days where they lie, so that a supplier with 100,000 letters gives some hundred rows.
 * A clock ends when it is met, when it is stopped (open until then), or is open until today. One query.
 */
export async function readStages(tx: Tx, orgId: string, supplierId: string, today: string): Promise<StageRecord[]> {
  const day = (column: string) => sql.raw(`(c.${column} at time zone 'UTC')::date`);
  const rows = await tx.execute<Record<string, unknown> & Grouped>(sql`
    with ended as (
      select c.stage, c.letter_id, c.starts_on, c.due_on, ${day('met_at')} as met, ${day('stopped_at')} as stopped,
        coalesce(${day('met_at')}, ${day('stopped_at')}, ${today}::date) as ends
      from letters l join letter_clocks c on c.org_id = l.org_id and c.letter_id = l.id
      where l.org_id = ${orgId} and l.supplier_id = ${supplierId}),
    cases as (
      select e.*, paused.days as paused,
        e.due_on < ${today}::date and (e.met is not null
          or not (coalesce(paused.now, false) or coalesce(e.stopped <= e.due_on, false))) as judged
      from ended e left join lateral (
        select sum(upper(stretch) - lower(stretch))::int as days, bool_or(open_one) as now
        from (select range_agg(daterange(p.from_on, greatest(p.from_on, coalesce(p.to_on, ${today}::date))))
                * multirange(daterange(e.starts_on, greatest(e.starts_on, e.ends))) as stretches,
              bool_or(p.to_on is null) as open_one
            from clock_pauses p where p.org_id = ${orgId} and p.letter_id = e.letter_id) agreed
        left join lateral unnest(agreed.stretches) as stretch on true) paused on true)
    select stage, greatest(0, (ends - starts_on) - coalesce(paused, 0))::int as day,
      count(*) filter (where met is not null)::int as answered,
      count(*) filter (where met is null)::int as censored,
      count(*) filter (where judged)::int as due,
      count(*) filter (where judged and (met is null or met > due_on))::int as unanswered
    from cases group by 1, 2`);
  return STAGE_ORDER.map((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    const sum = (of: (row: Grouped) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      stage,
      survival: survivalOf(own),
      due: sum(({ due }) => due),
      unanswered: sum(({ unanswered }) => unanswered),
    };
  });
}
