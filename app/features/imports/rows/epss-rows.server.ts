/** Rows of the daily EPSS file. There are some three hundred thousand of them, so a piece takes thousands. */
import { sql } from 'drizzle-orm';
import type { EpssScore } from '../../../readers/records';
import { feedRows } from './feed-rows.server';

export const EPSS_ROWS = feedRows<EpssScore>({
  table: 'epss_scores',
  atOnce: 2000,
  keys: ['cve'],
  shown: { score: 'score', percentile: 'percentile', scored_on: 'day of the score' },
  columns: ({ cve, score, percentile }, { options }) => ({
    cve: cve.toUpperCase(),
    score: Number(Number(score).toFixed(9)),
    percentile: Number(Number(percentile).toFixed(9)),
    scored_on: options.feeds?.find(({ feed }) => feed === 'epss')?.asOf ?? null,
  }),
  label: ({ cve }) => String(cve),
  insert: (tx, rows) =>
    tx.execute(sql`
      insert into epss_scores select * from jsonb_populate_recordset(null::epss_scores, ${rows})
      on conflict (org_id, cve) do update
      set score = excluded.score, percentile = excluded.percentile, scored_on = excluded.scored_on`),
  remove: (tx, orgId, keys) => tx.execute(sql`delete from epss_scores where org_id = ${orgId} and cve = ${keys}`),
});
