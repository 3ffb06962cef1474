import type { PendingQuery, Row, TransactionSql } from 'postgres';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { assess } from '../../regulation/assess';
import { chartOf, EDITIONS } from '../../regulation/charts';
import { getAssessment } from '../assessments/get-assessment.server';
import { whereUsed } from '../assessments/where-used.server';
import { type House, house, submitted } from '../changes/testing';
import { editionKey } from '../library/chart-editions';
import { contentHash } from '../library/content-hash.server';
import { exportAssessments } from './export-assessments.server';
import { getRerun } from './get-rerun.server';
import { judgeBatch } from './judge-batch.server';
import { keepRunning } from './keep-running.server';
import { listReruns } from './list-reruns.server';
import { RerunForm, type RerunWish } from './rerun-form.server';
import { resumeReruns } from './resume-reruns.server';
import { startRerun } from './start-rerun.server';

const database = testDatabase();
afterAll(closeDatabase);

const INSTRUMENT = 'EU-MDCG-2020-3-R1';
const current = chartOf(INSTRUMENT);
const earlier = EDITIONS.find((one) => one.instrument === INSTRUMENT && one !== current);
if (!current || !earlier) throw new Error('MDCG 2020-3 has two editions');

const TODAY: RerunWish = { mode: 'today', asOf: '', edition: '' };
const EARLIER: RerunWish = { mode: 'edition', asOf: '', edition: editionKey(earlier) };
const nothing = new URLSearchParams();

let at: House;
beforeEach(async () => {
  at = await house(database);
});

const finished = async (wish: RerunWish) => {
  const id = await startRerun(at.regulatory, wish);
  await keepRunning(at.regulatory, id);
  const view = await getRerun(at.auditor, id, nothing);
  if (!view) throw new Error('not found');
  return view;
};

describe('judging the latest assessments again', () => {
  it('flips nothing under the same editions', async () => {
    await submitted(at);
    expect((await finished(TODAY)).run).toMatchObject({
      running: false,
      total: 1,
      judged: 1,
      flipped: 0,
      unreadable: 0,
    });
  });

  it('lists the changes of which an instrument says something else, with why; the record stays as it was', async () => {
    const flips = await submitted(at, ['av_signature_update']);
    const stays = await submitted(at, ['segmentation']);
    const before = await getAssessment(at.auditor, flips, 1);
    const { run, page, instruments } = await finished(EARLIER);
    expect(run).toMatchObject({ judged: 2, flipped: 1, startedBy: at.regulatory.name });
    expect(run.title).toContain(earlier.edition);
    expect(instruments).toMatchObject([{ instrument: INSTRUMENT, count: 1 }]);
    expect(page.rows).toMatchObject([{ changeId: flips, number: 1 }]);
    const [flip] = page.rows[0]?.flips ?? [];
    expect(flip).toMatchObject({ before: { edition: current.edition }, after: { edition: earlier.edition } });
    expect(flip?.why.join(' ')).toContain(`${earlier.edition} instead of ${current.edition}`);
    expect(page.rows.map(({ changeId }) => changeId)).not.toContain(stays);
    expect(await getAssessment(at.auditor, flips, 1)).toEqual(before);
  });

  it('goes on from its cursor when it was killed, and judges nothing twice', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await submitted(at, ['av_signature_update']));
    const rerunId = await begunNotRun();
    expect(await judgeBatch(at.regulatory, rerunId, 2)).toBe('more');
    expect((await row(rerunId))?.judged).toBe(2);
    await killedInTheMiddle(rerunId);
    expect((await row(rerunId))?.judged).toBe(2);
    expect(await resumeReruns()).toBeGreaterThan(0);
    await keepRunning(at.regulatory, rerunId);
    const view = await getRerun(at.auditor, rerunId, nothing);
    expect(view?.run).toMatchObject({ running: false, judged: 5, flipped: 5 });
    expect(view?.page.rows.map(({ changeId }) => changeId).sort()).toEqual(ids.sort());
    expect(await judgeBatch(at.regulatory, rerunId)).toBe('done');
  });

  it('lets two processes work on one run without judging a change twice', async () => {
    for (let n = 0; n < 4; n += 1) await submitted(at, ['av_signature_update']);
    const rerunId = await begunNotRun();
    const ends = await Promise.all([1, 2, 3].map(() => judgeBatch(at.regulatory, rerunId, 2)));
    expect(ends).toContain('more');
    while ((await judgeBatch(at.regulatory, rerunId, 2)) !== 'done');
    expect(await row(rerunId)).toMatchObject({ judged: 4, flipped: 4, status: 'done' });
  });

  it('is joined, not begun twice, by two people who ask the same at once', async () => {
    await submitted(at);
    const [one, two] = await Promise.all([startRerun(at.regulatory, EARLIER), startRerun(at.regulatory, EARLIER)]);
    const other = await startRerun(at.regulatory, { mode: 'day', asOf: '2021-02-03', edition: '' });
    expect(two).toBe(one);
    expect(other).not.toBe(one);
    await Promise.all([keepRunning(at.regulatory, one), keepRunning(at.regulatory, other)]);
    expect((await listReruns(at.auditor, nothing)).rows.map(({ id }) => id)).toEqual([other, one]);
  });

  it('counts a kept dossier that is no longer let in, and goes on', async () => {
    const id = await submitted(at);
    await submitted(at);
    await inside(
      (tx) => tx`insert into assessments (org_id, change_id, number, change_version, library, dossier, result,
          dossier_sha256, assessed_by, assessed_by_name)
        select org_id, change_id, 2, change_version, library, '{"dossier": 99}', result, '', assessed_by, 'x'
        from assessments where change_id = ${id}`,
    );
    expect((await finished(TODAY)).run).toMatchObject({ judged: 2, unreadable: 1, running: false });
  });

  it('is recorded when it begins and when it ends', async () => {
    await submitted(at);
    const { run } = await finished(TODAY);
    const events = await inside(
      (tx) => tx`select action, actor_name from audit_events where object_id = ${run.id} order by seq`,
    );
    expect(events.map(({ action }) => action)).toEqual(['rerun.started', 'rerun.finished']);
  });

  it('is not seen from another organisation, and stays as it ended', async () => {
    await submitted(at);
    const { run } = await finished(TODAY);
    const elsewhere = await house(database, 'Elsewhere');
    expect(await getRerun(elsewhere.auditor, run.id, nothing)).toBeNull();
    expect((await listReruns(elsewhere.auditor, nothing)).rows).toEqual([]);
    for (const statement of ['delete from reruns', 'truncate rerun_flips', 'update rerun_flips set number = 9']) {
      await expect(database.owner.unsafe(statement)).rejects.toThrow();
    }
    await expect(inside((tx) => tx`update reruns set judged = 0 where id = ${run.id}`)).rejects.toThrow();
  });

  it.each([
    [{ mode: 'day', asOf: '2026-02-30' }, 'asOf'],
    [{ mode: 'day' }, 'asOf'],
    [{ mode: 'edition', edition: 'EU-MDCG-2020-3-R1@1999-01-01' }, 'edition'],
    [{ mode: 'edition' }, 'edition'],
    [{ mode: 'never' }, 'mode'],
  ])('refuses %j', (wish, field) => {
    const parsed = RerunForm.safeParse(wish);
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('what an assessment keeps of the library', () => {
  it('is edition and content hash of every chart that was walked, and where each was used', async () => {
    const id = await submitted(at);
    const [kept] = await inside((tx) => tx`select editions, result from assessments where change_id = ${id}`);
    const { editions = {}, result = { findings: [], hints: [] } } = kept ?? {};
    const walked: { instrument: string }[] = [...result.findings, ...result.hints];
    expect(Object.keys(editions).sort()).toEqual(walked.map(({ instrument }) => instrument).sort());
    expect(editions[INSTRUMENT]).toEqual({ edition: current.edition, sha256: contentHash(current) });
    const used = await whereUsed(at.auditor, INSTRUMENT, nothing);
    expect(used.rows).toMatchObject([{ changeId: id, number: 1, edition: current.edition }]);
    expect((await whereUsed(at.auditor, 'NOTHING', nothing)).rows).toEqual([]);
  });

  it('pages through where an instrument was used, newest first, by the key alone', async () => {
    const ids = [];
    for (let n = 0; n < 12; n += 1) ids.push(await submitted(at));
    const first = await whereUsed(at.auditor, INSTRUMENT, nothing);
    const second = await whereUsed(at.auditor, INSTRUMENT, new URLSearchParams({ after: first.after ?? '' }));
    expect([...first.rows, ...second.rows].map(({ changeId }) => changeId)).toEqual(ids.reverse());
    const plan = await inside(
      (tx) => tx`explain select * from assessment_instruments
      where org_id = ${at.orgId} and instrument = ${INSTRUMENT} order by assessment_id desc limit 11`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toContain('Sort');
  });
});

describe('the export', () => {
  it('holds the latest assessment of every change, as the command line reads it', async () => {
    const ids = [await submitted(at), await submitted(at, ['av_signature_update'])];
    const text = await new Response(await exportAssessments(at.auditor)).text();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(ids.length);
    for (const { dossier, result } of lines) expect(assess(dossier)).toEqual(result);
  });
});

/** As the owner of the tables, who is under the policies as well. */
const inside = (query: (tx: TransactionSql) => PendingQuery<Row[]>): Promise<Row[]> =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return query(tx);
  });

/** A run as it is stored when somebody starts one, with nobody at work on it. */
async function begunNotRun(): Promise<string> {
  const [made] = await inside(
    (tx) => tx`insert into reruns (org_id, mode, under, library, total, started_by, started_by_name)
      values (${at.orgId}, 'edition', ${tx.json({ [INSTRUMENT]: earlier?.edition ?? '' })}, 'x', 5,
        ${at.regulatory.userId}, ${at.regulatory.name}) returning id`,
  );
  return made?.id;
}

async function row(id: string) {
  const [found] = await inside((tx) => tx`select * from reruns where id = ${id}`);
  return found;
}

/** The connection ends while a batch is under way: it is held at the moment it stores what flips. */
const killedInTheMiddle = (rerunId: string): Promise<void> =>
  database.owner.begin(async (tx) => {
    await tx`lock table rerun_flips in access exclusive mode`;
    const batch = judgeBatch(at.regulatory, rerunId, 3).catch(() => 'killed');
    let ended = 0;
    while (ended === 0) {
      const killed = await database.app`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`;
      ended = killed.length;
    }
    expect(await batch).toBe('killed');
  });
