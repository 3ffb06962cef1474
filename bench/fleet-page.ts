/**
 * The fleet page at 1,000, 10,000 and 100,000 units (2,000 models, some 6,000 matches of 60 advisories): all its figures
 * together and the list behind one of them, against one query for each figure, each going from unit to unit. Wanted at
 * 100,000 units: at most five queries, each below 300 ms. Writes build/bench/fleet-page.json. BENCH_ROUNDS, BENCH_SIZES.
 */
import { type SQL, sql } from 'drizzle-orm';
import { readBasis } from '../app/features/fleet/basis.server';
import { getFleet } from '../app/features/fleet/get-fleet.server';
import { listFleetUnits } from '../app/features/fleet/list-fleet-units.server';
import { readFleet } from '../app/features/fleet/read-fleet.server';
import { readUnitFigures } from '../app/features/fleet/unit-figures.server';
import { readWaitingFigures } from '../app/features/fleet/waiting-figures.server';
import { readExposure } from '../app/features/suppliers/record/read-exposure.server';
import { today } from '../app/features/today';
import type { Actor } from '../app/guard/actor';
import { inOrganisation, type Tx } from '../db/client.server';
import { atEachSize, queriesOf, timesOf } from './fleet-page/measure';

/** One figure, unit by unit: what a page does that asks for each by itself. */
const hitting = (orgId: string, condition: SQL): SQL => sql`
  select count(*) from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
  where u.org_id = ${orgId} and u.retired_at is null and exists (
    select from matches mt join advisories a on a.org_id = mt.org_id and a.id = mt.advisory_id and a.retired_at is null
    cross join lateral unnest(mt.cves) c(cve)
    left join match_versions own on own.org_id = mt.org_id and own.match_id = mt.id and own.cve = c.cve
      and own.version_key = md5(coalesce(nullif(u.installed_version, ''), m.software_version))
    left join match_versions whole on whole.org_id = mt.org_id and whole.match_id = mt.id and whole.cve = ''
      and whole.version_key = md5(coalesce(nullif(u.installed_version, ''), m.software_version))
    where mt.org_id = u.org_id and mt.model_id = u.model_id and mt.state <> 'rejected' and ${condition})`;

const sure = sql`(mt.state = 'confirmed' or mt.confidence = 'certain')`;
const verdict = sql`coalesce(own.verdict, whole.verdict, 'unclear')`;

const NAIVE: ((orgId: string) => SQL)[] = [
  (orgId) => hitting(orgId, sql`${sure} and ${verdict} = 'affected'`),
  (orgId) =>
    hitting(
      orgId,
      sql`${sure} and ${verdict} = 'affected' and exists (
      select from kev_entries k where k.org_id = mt.org_id and k.cve = c.cve)`,
    ),
  (orgId) => hitting(orgId, sql`${verdict} in ('unclear', 'under_investigation')`),
  (orgId) => sql`select count(*) from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
    where u.org_id = ${orgId} and u.retired_at is null and not exists (
      select from components x where x.org_id = m.org_id and x.model_id = m.id)`,
];

/** No figure is waited for longer than this. */
const PATIENCE_MS = 5000;

/** Milliseconds of the four figures one after the other, and how many of them were given up. */
async function naive(actor: Actor): Promise<string> {
  const began = performance.now();
  let givenUp = 0;
  for (const figure of NAIVE) {
    try {
      await inOrganisation(actor, async (tx) => {
        await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`);
        await tx.execute(figure(actor.orgId));
      });
    } catch {
      givenUp += 1;
    }
  }
  return `${Math.round(performance.now() - began)}${givenUp > 0 ? `, ${givenUp} given up after ${PATIENCE_MS}` : ''}`;
}

await atEachSize('fleet-page', async (actor) => {
  const { orgId } = actor;
  const within = (work: (tx: Tx) => Promise<unknown>) => timesOf(() => inOrganisation(actor, work));
  const page = await timesOf(() => getFleet(actor));
  const each = {
    units: await within((tx) => readUnitFigures(tx, orgId)),
    waiting: await within((tx) => readWaitingFigures(tx, orgId, today())),
    exposureDays: await within((tx) => readExposure(tx, orgId, null, today())),
    basis: await within((tx) => readBasis(tx, orgId, today())),
  };
  const list = await timesOf(() => listFleetUnits(actor, new URLSearchParams('why=exposed')));
  return {
    queries: await queriesOf(actor, (tx) => readFleet(tx, orgId, today())),
    'page p50 ms': page.p50Ms,
    'page p95 ms': page.p95Ms,
    'page CPU ms': page.cpuMs,
    ...Object.fromEntries(Object.entries(each).map(([name, { p50Ms }]) => [`${name} ms`, p50Ms])),
    'list of the exposed p50 ms': list.p50Ms,
    'its CPU ms': list.cpuMs,
    'four figures one by one, once, ms': await naive(actor),
  };
});
