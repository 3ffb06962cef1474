import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Advisory } from '../../readers/records';
import { type House, house } from '../changes/testing';
import { matchAdvisories } from './match-advisories.server';
import { compareAdvisory, receiveAdvisory, withdrawAdvisory } from './receive-advisory.server';
import { published, publishedBy } from './testing';

const database = testDatabase();
let at: House;
let other: House;
beforeAll(async () => {
  at = await house(database);
  other = await house(database, 'Elsewhere');
});
afterAll(closeDatabase);

const receive = (advisory: Advisory, to = at) =>
  inOrganisation(to.engineer, (tx) =>
    receiveAdvisory(tx, to.engineer, advisory, { format: 'CSAF 2.0', importId: null }),
  );
const compare = (advisory: Advisory) => inOrganisation(at.engineer, (tx) => compareAdvisory(tx, at.orgId, advisory));
/** Reads as the database has it, inside the walls of one organisation. */
const seen = (query: SQL, of = at) => inOrganisation(of.engineer, (tx) => tx.execute(query));
const row = async (id: string) => (await seen(sql`select * from advisories where id = ${id}`))[0];
const jobs = () => seen(sql`select data from pgboss.job where name = 'advisories.match' and state = 'created'`);

const XTR = () => publishedBy('ICSMA-20-049-01');
const VUE = () => publishedBy('ICSMA-24-200-01');

describe('what comes in', () => {
  it('is new, then unchanged, then changed with what differs; the former words stay', async () => {
    const advisory = VUE();
    expect(await compare(advisory)).toEqual({ outcome: 'new' });
    const first = await receive(advisory);
    expect(first).toMatchObject({ outcome: 'new', before: null, events: [{ action: 'advisory.received' }] });
    expect(await compare(advisory)).toEqual({ outcome: 'unchanged', id: first.id });
    expect(await receive(advisory)).toMatchObject({ outcome: 'unchanged', events: [] });
    const fewer = {
      ...advisory,
      revision: '3',
      currentReleaseDate: '2025-01-09T00:00:00Z',
      vulnerabilities: advisory.vulnerabilities.slice(1),
    };
    const gone = advisory.vulnerabilities[0]?.cve ?? '';
    const found = await compare(fewer);
    expect(found).toMatchObject({
      outcome: 'changed',
      differences: { Vulnerabilities: [expect.stringContaining(gone), expect.not.stringContaining(gone)] },
    });
    const update = await receive(fewer);
    expect(update.events[0]).toMatchObject({ action: 'advisory.updated', detail: { gone: [gone], added: [] } });
    const kept = await seen(sql`select * from advisory_revisions where advisory_id = ${first.id}`);
    expect(kept[0]).toMatchObject({ content: { vulnerabilities: { length: advisory.vulnerabilities.length } } });
    expect((await seen(sql`select cve from advisory_cves where advisory_id = ${first.id}`)).length).toBe(
      advisory.vulnerabilities.length - 1,
    );
    expect(await compare(advisory)).toMatchObject({
      outcome: 'older',
      message: expect.stringContaining('older than the one on file'),
    });
    expect(await receive(advisory)).toMatchObject({ outcome: 'older' });
    expect((await row(first.id))?.cve_count).toBe(advisory.vulnerabilities.length - 1);
    const undone = await inOrganisation(at.engineer, (tx) =>
      withdrawAdvisory(tx, at.engineer, first.id, update.before),
    );
    expect(undone).toMatchObject({ ok: true });
    expect((await row(first.id))?.cve_count).toBe(advisory.vulnerabilities.length);
    await inOrganisation(at.engineer, (tx) => withdrawAdvisory(tx, at.engineer, first.id, null));
    expect((await row(first.id))?.retired_at).not.toBeNull();
    expect(await receive(advisory)).toMatchObject({ id: first.id, outcome: 'new' });
  });

  it('asks for the same matching once', async () => {
    await receive({ ...XTR(), id: 'TWICE', title: 'one' });
    const before = (await jobs()).length;
    await receive({ ...XTR(), id: 'TWICE', title: 'two' });
    expect((await jobs()).length).toBe(before);
  });
});

describe('matching', () => {
  it('finds the receiver by its number and by its system, counts units, and says why', async () => {
    const { id } = await receive(XTR());
    expect(await matchAdvisories({ orgId: at.orgId, advisoryId: id })).toBeGreaterThan(0);
    const found = await seen(sql`select * from matches where advisory_id = ${id} order by confidence`);
    expect(found.map(({ how, confidence }) => [how, confidence])).toEqual([
      ['name', 'certain'],
      ['component', 'likely'],
    ]);
    // The line of the product names 1.0.2 alone, and 4.2.0 is later; the line of Windows 7 hits all of them.
    expect(found.map((one) => [one.units_hit, one.units_unclear, one.units_not])).toEqual([
      [0, 0, 12],
      [12, 0, 0],
    ]);
    expect(await row(id)).toMatchObject({
      state: 'waiting',
      units_hit: 12,
      units_unclear: 0,
      models_matched: 1,
      matches_waiting: 1,
    });
  });

  it('of everything twice changes nothing, and nothing of another organisation is touched', async () => {
    for (const advisory of published()) await receive(advisory);
    await matchAdvisories({ orgId: at.orgId });
    const all = () => seen(sql`select id, advisory_id, model_id, product_key, version, state from matches order by id`);
    const first = await all();
    await seen(sql`update advisories set matched_at = null where org_id = ${at.orgId}`);
    expect(await matchAdvisories({ orgId: at.orgId })).toBeGreaterThan(41);
    expect(await all()).toEqual(first);
    expect(await matchAdvisories({ orgId: at.orgId, modelId: at.modelId })).toBeGreaterThan(41);
    expect(await all()).toEqual(first);
    expect(await seen(sql`select id from matches`, other)).toEqual([]);
  });
});
