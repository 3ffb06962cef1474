/** The timelines of letters, of one supplier or of all, for the ledger of exposure-days. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { type Exposure, exposureOf, type Timeline } from '../statistics/exposure';

/** Letters that ask for something without which units stay exposed; documents and roadmaps are asked for too, but not so. */
const EXPOSING = sql.raw(
  `'supplier-request-letter', 'malware-protection-request', 'network-compatibility-request', 'vulnerability-position-request'`,
);

type Row = Omit<Timeline, 'fix'> & { fixAwaited: boolean; fixEndedOn: string | null };

/** One query for all letters. @param supplierId null: of every supplier. @param today ISO day */
export async function readExposure(tx: Tx, orgId: string, supplierId: string | null, today: string): Promise<Exposure> {
  const own = (alias: 'l' | 'c'): SQL =>
    supplierId === null ? sql`` : sql`and ${sql.raw(alias)}.supplier_id = ${supplierId}`;
  const day = (moment: string) => sql.raw(`(${moment} at time zone 'UTC')::date::text`);
  const rows = await tx.execute<Row>(sql`
    select ${day('l.created_at')} as "writtenOn", ${day('l.sent_at')} as "sentOn",
      ${day('l.acknowledged_at')} as "acknowledgedOn", ${day('l.answered_at')} as "answeredOn",
      ${day(`coalesce(l.closed_at, case when l.status = 'withdrawn' then l.updated_at end)`)} as "closedOn",
      coalesce(said.unconfirmed, 0)::int as unconfirmed, said.confirmed_on as "confirmedOn",
      fix.letter_id is not null as "fixAwaited", ${day('coalesce(fix.met_at, fix.stopped_at)')} as "fixEndedOn",
      coalesce(pauses.all, '[]'::json) as pauses, coalesce(about.units, '[]'::json) as units
    from letters l
    left join letter_clocks fix on fix.org_id = l.org_id and fix.letter_id = l.id and fix.stage = 'fix'
    left join (
      select c.letter_id, count(*) filter (where c.status = 'proposed') as unconfirmed,
        ${day('max(c.decided_at)')} as confirmed_on
      from claims c where c.org_id = ${orgId} ${own('c')} group by 1) said on said.letter_id = l.id
    left join lateral (
      select json_agg(json_build_object('from', p.from_on, 'to', p.to_on, 'reason', left(p.reason, 120))
        order by p.from_on) as all
      from clock_pauses p where p.org_id = l.org_id and p.letter_id = l.id) pauses on true
    left join lateral (
      select json_agg(m.units) as units from letter_models m
      where m.org_id = l.org_id and m.letter_id = l.id) about on true
    where l.org_id = ${orgId} ${own('l')} and l.kind in (${EXPOSING})
      and (l.status <> 'withdrawn' or l.sent_at is not null)`);
  const timelines = [...rows].map(({ fixAwaited, fixEndedOn, ...row }) => ({
    ...row,
    fix: { awaited: fixAwaited, endedOn: fixEndedOn },
  }));
  return exposureOf(timelines, today);
}
