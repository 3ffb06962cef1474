import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { deviceModels } from '../../../db/schema/index.server';
import { testDatabase } from '../../../db/testing';
import { can } from '../../guard/permissions';
import type { Advisory } from '../../readers/records';
import { findHits } from '../campaigns/find-hits.server';
import { type House, house } from '../changes/testing';
import { newProposal } from '../changes/what-step.server';
import { addMatch, correctMatch } from './add-match.server';
import { decideAdvisory } from './decide-advisory.server';
import { decideMatch } from './decide-match.server';
import { getAdvisory } from './get-advisory.server';
import { getMatch } from './get-match.server';
import { listAdvisories } from './list-advisories.server';
import { matchAdvisories } from './match-advisories.server';
import { readVersionText } from './read-versions.server';
import { receiveAdvisory } from './receive-advisory.server';
import { publishedBy } from './testing';

const database = testDatabase();
let at: House;
let other: House;
let beds: string;
beforeAll(async () => {
  at = await house(database);
  other = await house(database, 'Elsewhere');
  beds = await inOrganisation(at.engineer, async (tx) => {
    const [row] = await tx
      .insert(deviceModels)
      .values({
        orgId: at.orgId,
        supplierId: at.supplierId,
        name: 'Arkon workstation',
        kind: 'anaesthesia',
        softwareVersion: '2.6',
      })
      .returning({ id: deviceModels.id });
    await tx.execute(sql`insert into units (org_id, model_id, serial) values (${at.orgId}, ${row?.id}, 'A-1')`);
    return row?.id ?? '';
  });
});
afterAll(closeDatabase);

async function bring(advisory: Advisory): Promise<string> {
  const { id } = await inOrganisation(at.engineer, (tx) =>
    receiveAdvisory(tx, at.engineer, advisory, { format: 'CSAF 2.0', importId: null }),
  );
  await matchAdvisories({ orgId: at.orgId, advisoryId: id });
  return id;
}
const view = async (id: string) => {
  const found = await getAdvisory(at.engineer, id);
  if (!found) throw new Error('no advisory');
  return found;
};
const only = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('nothing there');
  return one;
};
const xtr = (over: Partial<Advisory> = {}): Advisory => ({ ...publishedBy('ICSMA-20-049-01'), ...over });
const wait = (ofModel: string) => matchAdvisories({ orgId: at.orgId, modelId: ofModel });

/** An advisory of the maker on one product, with one vulnerability. */
function about(
  id: string,
  product: string,
  version: string,
  over: { publisher?: string; status?: Advisory['statements'][number]['status']; cve?: string } = {},
): Advisory {
  const { publisher = 'CISA', status = 'known_affected', cve = 'CVE-2030-0001' } = over;
  const name = `${product} ${version}`;
  return {
    ...{ id, title: `${product} in short`, category: 'csaf_security_advisory', publisher, vendors: ['Spacelabs'] },
    ...{
      initialReleaseDate: '2026-01-02',
      currentReleaseDate: '2026-01-02',
      revision: '1',
      summary: '',
      references: [],
    },
    products: [
      {
        id: 'P',
        name,
        vendor: 'Spacelabs',
        product,
        version,
        versionIsRange: true,
        purl: '',
        cpe: '',
        identifiers: [],
      },
    ],
    vulnerabilities: [{ cve, otherIds: [], title: '', cwe: '', description: '', scores: [], remediations: [] }],
    statements: [{ vulnerability: cve, productId: 'P', product: name, status, justificationFlags: [], impact: '' }],
  };
}

describe('a match', () => {
  it('is confirmed once, with its reason, and remembered for the next advisory on the product', async () => {
    const id = await bring(about('MEM-1', 'Arkon family', '<= 3'));
    const match = only((await view(id)).matches);
    expect(match).toMatchObject({ state: 'proposed', model: { id: beds }, unitsHit: 1 });
    const said = { version: match.version, same: true, reason: 'Confirmed by the service desk' };
    expect(await decideMatch(at.engineer, match.id, said)).toMatchObject({ ok: true });
    // The second of two people is told who was first.
    const late = await decideMatch(at.colleague, match.id, { ...said, same: false, reason: 'No' });
    expect(late).toMatchObject({
      ok: false,
      errors: { '': [expect.stringContaining('Jonas Lindqvist has confirmed it')] },
    });
    const next = only((await view(await bring(about('MEM-2', 'ARKON  Family', '< 2')))).matches);
    expect(next).toMatchObject({
      state: 'confirmed',
      isRemembered: true,
      decision: 'Confirmed by the service desk',
      unitsNot: 1,
    });
    await wait(beds);
    expect(only((await view(id)).matches)).toMatchObject({
      state: 'confirmed',
      isRemembered: false,
      decidedByName: 'Jonas Lindqvist',
    });
    // Taken back later, what was remembered follows, and what somebody decided by itself stays.
    const again = only((await view(id)).matches);
    await decideMatch(at.colleague, again.id, { version: again.version, same: false, reason: 'It is another family' });
    await wait(beds);
    const [, second] = [
      again,
      only((await listAdvisories(at.engineer, new URLSearchParams('state=all&q=MEM-2'))).page.rows),
    ];
    expect(only((await view(second.id)).matches)).toMatchObject({ state: 'rejected', isRemembered: true });
    expect(second.state).toBe('no_match');
    const log = await inOrganisation(at.engineer, (tx) =>
      tx.execute(sql`select action, reason from audit_events where action like 'match.%' order by seq`),
    );
    expect(log.map(({ action }) => action)).toEqual(['match.confirmed', 'match.rejected']);
  });

  it('is decided by two people at once: one wins, the other is told', async () => {
    const match = only((await view(await bring(about('TWO', 'Arkon duo', '<= 3')))).matches);
    const answers = await Promise.all([
      decideMatch(at.engineer, match.id, { version: match.version, same: true, reason: 'Yes' }),
      decideMatch(at.colleague, match.id, { version: match.version, same: false, reason: 'No' }),
    ]);
    expect(answers.map((answer) => answer?.ok).sort()).toEqual([false, true]);
  });

  it('is corrected to another model, and one that nothing found is added', async () => {
    const id = await bring(about('COR', 'Arkon copy', '<= 3'));
    const match = only((await view(id)).matches);
    const wish = { version: match.version, model: at.modelId, reason: 'The label says so' };
    const corrected = await correctMatch(at.engineer, match.id, wish);
    expect(corrected).toMatchObject({ ok: true });
    const states = (await view(id)).matches.map(({ model, state, how }) => [model.id, state, how]);
    expect(states).toEqual([
      [at.modelId, 'confirmed', 'person'],
      [beds, 'rejected', 'name'],
    ]);
    const nothing = await bring({ ...about('ADD', 'Unheard of', 'vers:all/*'), vendors: ['Nobody'] });
    expect((await view(nothing)).matches).toEqual([]);
    const product = only((await view(nothing)).products).key;
    expect(await addMatch(at.engineer, nothing, { product, model: beds, reason: 'It is a rebrand' })).toMatchObject({
      ok: true,
    });
    expect(await view(nothing)).toMatchObject({ state: 'matched', unitsHit: 1, isMatched: true });
    expect(await addMatch(other.engineer, nothing, { product, model: beds, reason: 'x' })).toBeNull();
    expect(await addMatch(at.engineer, nothing, { product, model: other.modelId, reason: 'x' })).toMatchObject({
      ok: false,
    });
  });

  it('of another organisation is not there', async () => {
    const id = await bring(xtr());
    const match = only((await view(id)).matches);
    expect(await getAdvisory(other.engineer, id)).toBeNull();
    expect(await getMatch(other.engineer, { advisoryId: id, matchId: match.id }, new URLSearchParams())).toBeNull();
    expect(await decideMatch(other.engineer, match.id, { version: match.version, same: true, reason: 'x' })).toBeNull();
    expect(await decideAdvisory(other.engineer, id, 'decide', { version: 1, reason: 'x' })).toBeNull();
    expect(can(at.auditor, 'advisory:decide')).toBe(false);
    expect(can(at.auditor, 'advisory:read')).toBe(true);
  });
});

describe('versions', () => {
  it('that no rule reads wait for a person, and are then what the person says', async () => {
    const id = await bring(about('DATE', 'Arkon clock', '< april 2018'));
    const match = only((await view(id)).matches);
    expect(match).toMatchObject({ unitsHit: 0, unitsUnclear: 1 });
    expect((await view(id)).state).toBe('waiting');
    const said = {
      text: '< april 2018',
      ours: '2.6',
      verdict: 'affected' as const,
      reason: 'Release notes: 2.6 is of 2017',
    };
    expect(await readVersionText(at.engineer, match.id, { ...said, text: '< may 2018' })).toMatchObject({ ok: false });
    expect(await readVersionText(at.engineer, match.id, said)).toMatchObject({ ok: true });
    const page = await getMatch(at.engineer, { advisoryId: id, matchId: match.id }, new URLSearchParams());
    expect(page?.versions).toMatchObject([
      { version: '2.6', units: 1, verdict: 'affected', because: expect.stringContaining('Jonas Lindqvist read') },
    ]);
    await matchAdvisories({ orgId: at.orgId, modelId: beds });
    expect(only((await view(id)).matches).unitsHit).toBe(1);
    await readVersionText(at.colleague, match.id, { ...said, verdict: 'not_affected', reason: 'Checked again' });
    expect(only((await view(id)).matches)).toMatchObject({ unitsHit: 0, unitsNot: 1 });
  });

  it('of which two sources say different things are shown with both', async () => {
    const one = await bring(about('SAYS-YES', 'Arkon', '<= 3', { cve: 'CVE-2030-0007' }));
    await bring(
      about('SAYS-NO', 'Arkon', 'vers:all/*', {
        cve: 'CVE-2030-0007',
        publisher: 'The maker',
        status: 'known_not_affected',
      }),
    );
    expect((await view(one)).disagreements).toMatchObject([
      {
        cve: 'CVE-2030-0007',
        version: '2.6',
        sides: [
          { publishedId: 'SAYS-NO', verdict: 'not_affected' },
          { publishedId: 'SAYS-YES', verdict: 'affected' },
        ],
      },
    ]);
    // A unit that one of them hits is hit.
    expect(await view(one)).toMatchObject({ unitsHit: 1 });
  });

  it('follow an update that withdraws vulnerabilities, and the advisory is new again', async () => {
    const first = publishedBy('ICSMA-20-254-01');
    const named = {
      ...first,
      products: first.products.map((one) => ({
        ...one,
        vendor: 'Spacelabs',
        product: 'Arkon monitor',
        version: '<= 3',
      })),
    };
    const id = await bring(named);
    const all = only((await view(id)).matches).cves.length;
    const seen = await view(id);
    const match = only(seen.matches);
    await decideMatch(at.engineer, match.id, { version: match.version, same: true, reason: 'Yes' });
    await decideAdvisory(at.engineer, id, 'decide', {
      version: (await view(id)).version,
      reason: 'Firewall is closed',
    });
    expect((await view(id)).state).toBe('decided');
    const [kept, ...gone] = named.vulnerabilities;
    const withdrawn = new Set(gone.map(({ cve }) => cve));
    await bring({
      ...{ ...named, revision: '9', currentReleaseDate: '2030-01-01', vulnerabilities: kept ? [kept] : [] },
      statements: named.statements.filter(({ vulnerability }) => !withdrawn.has(vulnerability)),
    });
    const now = await view(id);
    expect(all).toBeGreaterThan(1);
    expect(now).toMatchObject({ state: 'matched', decidedAt: null, vulnerabilities: { length: 1 } });
    expect(only(now.matches)).toMatchObject({ state: 'confirmed', cves: [kept?.cve] });
    expect(only(now.revisions).differences).toHaveProperty('Vulnerabilities');
  });
});

describe('an advisory', () => {
  it('is decided after its matches were, set aside, and taken up again; every move is recorded', async () => {
    const id = await bring(xtr({ id: 'LIFE' }));
    const before = await view(id);
    const refusal = await decideAdvisory(at.engineer, id, 'decide', { version: before.version, reason: 'x' });
    expect(refusal).toMatchObject({ ok: false, errors: { '': [expect.stringContaining('wait for a person')] } });
    for (const match of before.matches.filter(({ confidence }) => confidence !== 'certain')) {
      await decideMatch(at.engineer, match.id, { version: match.version, same: true, reason: 'They do run it' });
    }
    const said = { version: before.version, reason: 'No action: port 3389 is closed' };
    expect(await decideAdvisory(at.engineer, id, 'decide', said)).toMatchObject({ ok: true });
    expect(await decideAdvisory(at.colleague, id, 'set_aside', said)).toMatchObject({ ok: false });
    const decided = await view(id);
    expect(decided).toMatchObject({ state: 'decided', decidedByName: 'Jonas Lindqvist' });
    await decideAdvisory(at.regulatory, id, 'reopen', { version: decided.version, reason: 'The port is open again' });
    expect((await view(id)).state).toBe('matched');
    const inbox = await listAdvisories(at.auditor, new URLSearchParams('q=spacelabs LIFE'));
    expect(inbox.page.rows).toMatchObject([{ publishedId: 'LIFE', unitsHit: 13, maxScore: 9.8 }]);
  });

  it('opens a proposal with its vulnerabilities and the units it hits, and a campaign with the models', async () => {
    const { page } = await listAdvisories(at.engineer, new URLSearchParams('state=all&q=LIFE'));
    const search = new URLSearchParams({ model: at.modelId, advisory: only(page.rows).id });
    const begun = await newProposal(at.engineer, search);
    expect(begun).toMatchObject({
      model: { id: at.modelId },
      values: { units: ['all'], title: [expect.stringContaining('LIFE')] },
    });
    expect(begun.model && [...(begun.values.known ?? []), ...(begun.values.cves ?? [])]).toContain('CVE-2019-0708');
    const hits = await inOrganisation(at.engineer, (tx) => findHits(tx, at.orgId, ['CVE-2019-0708']));
    expect(hits.flatMap(({ models }) => models).map(({ id }) => id)).toEqual([beds, at.modelId]);
  });
});
