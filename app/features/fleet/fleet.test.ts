import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { osSupport } from '../devices/os-lookup';
import { today } from '../today';
import { answerCve } from './ask-cve.server';
import { placeLines } from './figures';
import { getFleet } from './get-fleet.server';
import { listFleetUnits } from './list-fleet-units.server';
import { listWaiting } from './list-waiting.server';
import { readFleet } from './read-fleet.server';
import { takeFleetDayOf } from './take-fleet-day.server';
import { aFleet, counting } from './testing';
import { UNIT_WHYS, type UnitWhy } from './unit-whys';
import { WAITING_LIST } from './waiting-whys';

const database = testDatabase();
afterAll(closeDatabase);

let ours: House;
let theirs: House;
const query = (text: string) => new URLSearchParams(text);
/** A row of any of the tables that are counted by hand; each has only its own columns. */
interface Row {
  id: string;
  model_id: string;
  match_id: string;
  advisory_id: string;
  cve: string;
  cves: string[];
  state: string;
  confidence: string;
  verdict: string;
  version_key: string;
  software_version: string;
  installed_version: string;
  os_product: string;
  os_release: string;
  mds2_date: string | null;
  retired_at: Date | null;
}

const as = <T>(at: House, run: (tx: Parameters<Parameters<typeof database.owner.begin>[1]>[0]) => Promise<T>) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return run(tx);
  }) as Promise<T>;

beforeAll(async () => {
  ours = await house(database);
  theirs = await house(database, 'Southfield');
  await aFleet(database.owner, ours.orgId, ours.supplierId);
  await aFleet(database.owner, theirs.orgId, theirs.supplierId, 99);
});

/** Unit by unit, by the words of the contract: slow, and written apart from the query. */
async function countSlowly(at: House): Promise<{ ids: Record<string, Set<string>>; total: number }> {
  return as(at, async (tx) => {
    const all = async (table: string): Promise<Row[]> => [
      ...(await tx<Row[]>`select * from ${tx(table)} where org_id = ${at.orgId}`),
    ];
    const [units, models, matches, verdicts, advisories, kev, answers, components] = await Promise.all(
      [
        'units',
        'device_models',
        'matches',
        'match_versions',
        'advisories',
        'kev_entries',
        'mds2_answers',
        'components',
      ].map(all),
    );
    const listed = new Set((kev ?? []).map((row) => row.cve));
    const retired = new Set((advisories ?? []).filter((row) => row.retired_at).map((row) => row.id));
    const ids: Record<string, Set<string>> = {};
    const put = (why: UnitWhy, id: string) => {
      ids[why] ??= new Set();
      ids[why].add(id);
    };
    const used = (units ?? []).filter((unit) => !unit.retired_at);
    for (const unit of used) {
      const id = unit.id;
      const model = (models ?? []).find((one) => one.id === unit.model_id);
      if (!model) throw new Error('a unit without a model');
      const key = createHash('md5')
        .update(unit.installed_version || model.software_version)
        .digest('hex');
      let [hit, exploited, open] = [false, false, false];
      for (const match of matches ?? []) {
        if (match.model_id !== unit.model_id || match.state === 'rejected' || retired.has(match.advisory_id)) continue;
        const sure = match.state === 'confirmed' || match.confidence === 'certain';
        const rows = (verdicts ?? []).filter((one) => one.match_id === match.id && one.version_key === key);
        const cves: string[] = match.cves.length === 0 ? [''] : match.cves;
        for (const cve of cves) {
          const row = rows.find((one) => one.cve === cve) ?? rows.find((one) => one.cve === '');
          const verdict = row?.verdict ?? 'unclear';
          if (verdict === 'affected' && sure) hit = true;
          if (verdict === 'affected' && sure && listed.has(cve)) exploited = true;
          if (verdict === 'unclear' || verdict === 'under_investigation' || (verdict === 'affected' && !sure))
            open = true;
        }
      }
      if (hit) put('exposed', id);
      if (exploited) put('exploited', id);
      if (open && !hit) put('unclear', id);
      const os = unit.os_product ? unit : model;
      const { state } = osSupport({ product: os.os_product, release: os.os_release }, today());
      if (state === 'ended') put('unsupported', id);
      if (state === 'paid') put('paid', id);
      if (state === 'unknown') put('support_unknown', id);
      if (!model.mds2_date && !(answers ?? []).some((one) => one.model_id === model.id)) put('no_mds2', id);
      if (!(components ?? []).some((one) => one.model_id === model.id && !one.retired_at)) put('no_components', id);
    }
    return { ids, total: used.length };
  });
}

const everyId = async (at: House, why: string): Promise<string[]> => {
  const found: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const list: Awaited<ReturnType<typeof listFleetUnits>> = await listFleetUnits(
      at.engineer,
      query(`why=${why}${after ? `&after=${after}` : ''}`),
    );
    found.push(...list.page.rows.map(({ id }) => id));
    after = list.page.after;
    if (after === null) expect(list.count).toBe(found.length);
  }
  return found;
};

describe('units', () => {
  it('are counted as one who goes from unit to unit counts them, and every number opens exactly its rows', async () => {
    for (const at of [ours, theirs]) {
      const slow = await countSlowly(at);
      const fleet = await getFleet(at.engineer);
      expect(fleet.total).toBe(slow.total);
      for (const why of Object.keys(UNIT_WHYS) as UnitWhy[]) {
        const expected = [...(slow.ids[why] ?? [])].sort();
        expect([why, fleet.units[why]]).toEqual([why, { n: expected.length, of: slow.total }]);
        if (at === ours) expect((await everyId(at, why)).sort()).toEqual(expected);
      }
      expect(fleet.units.exposed.n * fleet.units.unclear.n * fleet.units.exploited.n).toBeGreaterThan(0);
    }
  });

  it('add up by class and by site', async () => {
    const fleet = await getFleet(ours.engineer);
    const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
    // The page shows the first of them; the download has them all.
    const { groups } = await inOrganisation(ours.engineer, (tx) => readFleet(tx, ours.orgId, today(), false));
    expect(sum(placeLines(groups).map(({ unsupported }) => unsupported))).toBe(fleet.units.unsupported.n);
    expect(sum(fleet.sites.map(({ exposed }) => exposed))).toBe(fleet.units.exposed.n);
    expect(sum(fleet.sites.map(({ n }) => n))).toBe(fleet.total);
    const place = fleet.places.find(({ unsupported }) => unsupported > 0);
    const search = new URLSearchParams({ why: 'unsupported', site: place?.site ?? '', class: place?.className ?? '' });
    expect((await listFleetUnits(ours.engineer, search)).count).toBe(place?.unsupported);
  });

  it('of an organisation without any are none of none, and nobody sees another’s', async () => {
    const empty = await house(database, 'Empty');
    await as(empty, (tx) => tx`update units set retired_at = now() where org_id = ${empty.orgId}`);
    const fleet = await getFleet(empty.engineer);
    expect(fleet.units.exposed).toEqual({ n: 0, of: 0 });
    const [us, them] = [await everyId(ours, 'no_components'), await everyId(theirs, 'no_components')];
    expect(us.filter((id) => them.includes(id))).toEqual([]);
  });

  it('keep their list whatever stands in the address', async () => {
    const list = await listFleetUnits(ours.engineer, query('why=__proto__&after=%00&site=%00&cve=;drop'));
    expect(list.filter.why).toBe('exposed');
  });
});

it('the whole page takes four queries, and a question seven', async () => {
  const [page, question] = [{ queries: 0 }, { queries: 0 }];
  await inOrganisation(ours.engineer, (tx) => readFleet(counting(tx, page), ours.orgId, today()));
  await inOrganisation(ours.engineer, (tx) => answerCve(counting(tx, question), ours.orgId, 'CVE-2017-0144'));
  expect([page.queries, question.queries]).toEqual([4, 7]);
});

describe('what waits', () => {
  const day = (offset: number) => new Date(Date.parse(today()) + offset * 86_400_000).toISOString().slice(0, 10);

  it('is counted by the same rule as its list, with the oldest day', async () => {
    await as(ours, async (tx) => {
      for (const [n, age, status] of [
        [1, 5, 'assessing'],
        [2, 31, 'submitted'],
        [3, 30, 'on_hold'],
        [4, 400, 'approved'],
        [5, 400, 'closed'],
        [6, 2, 'draft'],
      ] as const)
        await tx`insert into changes (org_id, reference, model_id, title, kinds, status, proposer_id, proposer_name, created_at)
          values (${ours.orgId}, ${`CM-2026-00000${n}`}, ${ours.modelId}, 'A change', array['os_patch'], ${status}, ${ours.engineer.userId}, 'J',
            now() - ${age} * interval '1 day')`;
      const [change] = await tx`select id from changes where org_id = ${ours.orgId} and reference = 'CM-2026-000004'`;
      for (const [n, ends, ended] of [
        [1, -3, false],
        [2, 10, false],
        [3, -9, true],
      ] as const)
        await tx`insert into risk_acceptances (org_id, change_id, number, what, because, ratings, accepted_by, accepted_by_name, accepted_at,
            method, payload, payload_sha256, review_on, expires_on, ended_at)
          values (${ours.orgId}, ${change?.id}, ${n}, 'w', 'b', '{}', ${ours.riskOwner.userId}, 'P', now(), 'password', 'p', 's',
            ${day(ends)}, ${day(ends)}, ${ended ? new Date() : null})`;
      for (const [takenOn, staleOn, result] of [
        ['2026-01-01', day(-30), 'holds'],
        ['2026-02-01', day(-2), 'holds'],
      ] as const)
        await tx`insert into control_proofs (org_id, model_id, measure, proof, result, taken_on, stale_on, recorded_by_name)
          values (${ours.orgId}, ${ours.modelId}, 'segmentation', 'test', ${result}, ${takenOn}, ${staleOn}, 'M')`;
      for (const [end, revoked] of [
        [day(-3), null],
        [day(-3), new Date()],
        [day(-300), null],
      ] as const)
        await tx`insert into delegations (org_id, number, principal_id, principal_name, delegate_id, delegate_name, role, starts_on, ends_on,
            reason, created_by, created_by_name, revoked_at)
          values (${ours.orgId}, (select count(*) + 1 from delegations), ${ours.engineer.userId}, 'J', ${ours.colleague.userId}, 'M', 'engineer',
            '2025-01-01', ${end}, 'leave', ${ours.engineer.userId}, 'J', ${revoked})`;
    });
    const { waiting } = await getFleet(ours.engineer);
    const figures = Object.fromEntries(waiting.map(({ why, n, of }) => [why, [n, of]]));
    expect(figures).toMatchObject({
      ...{ 'changes-30': [1, 4], 'changes-90': [2, 4], 'changes-older': [1, 4] },
      ...{ 'acceptances-over': [1, 2], 'acceptances-30': [1, 2], 'proofs-stale': [1, 1], 'proofs-failed': [0, 1] },
      ...{ 'delegations-over': [1, 2], 'certificates-unknown': [expect.any(Number), expect.any(Number)] },
    });
    expect(waiting.find(({ why }) => why === 'acceptances-over')?.oldest).toBe(day(-3));
    for (const { why, n } of waiting) {
      const list = await listWaiting(ours.engineer, query(`why=${why}`));
      expect([why, list.count, Math.min(50, n)]).toEqual([why, n, list.page.rows.length]);
    }
  });

  it('has a list for each kind, also where nothing waits and for nonsense', async () => {
    for (const why of [...WAITING_LIST, 'nonsense']) await listWaiting(theirs.engineer, query(`why=${why}&after=x`));
    expect((await listWaiting(theirs.engineer, query('why=changes-older'))).count).toBe(0);
  });
});

describe('the figures of a day', () => {
  it('are kept once, taken anew when they are old, and say no more than the page', async () => {
    expect(await takeFleetDayOf(ours.orgId)).toBe(true);
    expect(await takeFleetDayOf(ours.orgId)).toBe(false);
    await as(
      ours,
      (tx) =>
        tx`update fleet_days set taken_at = now() - interval '7 hours', figures = '{}' where org_id = ${ours.orgId}`,
    );
    await Promise.all([takeFleetDayOf(ours.orgId), takeFleetDayOf(ours.orgId)]);
    const fleet = await getFleet(ours.engineer);
    expect(fleet.days).toHaveLength(1);
    expect(fleet.days[0]?.figures.exposed).toEqual(fleet.units.exposed);
    expect((await getFleet(theirs.engineer)).days).toEqual([]);
  });
});
