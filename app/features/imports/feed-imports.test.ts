import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { aPerson } from '../../guard/testing/people';
import { type House, house } from '../changes/testing';
import { actOnImport } from './act-on-import.server';
import { feedAges } from './feed-ages.server';
import { ageInDays, feedAgeInWords, isOld } from './feed-words';
import { actOnFeeds, FeedsForm } from './feeds/act-on-feeds.server';
import { checkFolder } from './feeds/feed-folder.server';
import { feedSettings } from './feeds/feed-settings.server';
import { addressProblem, isPublicAddress } from './feeds/fetch-address.server';
import { lookAtFeedsOf } from './feeds/look-at-feeds.server';
import { listImports } from './list-imports.server';
import { makeBundle } from './parcels/make-bundle.server';
import { applied, page, read, undone, worked } from './testing';

const database = testDatabase();
let at: House;
let administrator: Actor;
beforeAll(async () => {
  at = await house(database);
  administrator = await aPerson(at.orgId, 'administrator');
});
afterAll(() => closeDatabase());

const kev = (version: string, cves: Record<string, string>) =>
  JSON.stringify({
    ...{ title: 'Catalog', catalogVersion: version, dateReleased: `${version.replaceAll('.', '-')}T10:00:00.000Z` },
    count: Object.keys(cves).length,
    vulnerabilities: Object.entries(cves).map(([cveID, dueDate]) => ({
      ...{ cveID, vendorProject: 'Vendor', product: 'Product', vulnerabilityName: 'Name', dateAdded: '2025-01-02' },
      ...{
        shortDescription: 'Short',
        requiredAction: 'Patch',
        dueDate,
        knownRansomwareCampaignUse: 'Unknown',
        notes: '',
      },
      cwes: ['CWE-20'],
    })),
  });

const EPSS =
  '#model_version:v2026.06.15,score_date:2026-09-29T12:55:00Z\ncve,epss,percentile\nCVE-2017-0144,0.94,0.99\nCVE-2019-0708,0.9,0.98\n';
const held = (table: string) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return [...(await tx`select * from ${tx(table)} where org_id = ${at.orgId} order by 2`)];
  });
const ages = () => inOrganisation(at.engineer, (tx) => feedAges(tx, at.orgId));
const FEED = { purpose: 'feed' } as const;

describe('a feed whose next edition replaces the one held', () => {
  const FIRST = kev('2025.08.25', { 'CVE-2017-0144': '2025-02-01', 'CVE-2019-0708': '2025-02-01' });
  const SECOND = kev('2025.09.25', { 'CVE-2017-0144': '2025-03-01', 'CVE-2020-1938': '2025-02-01' });

  it('says what is new, changed and gone, takes the age of the data along, and goes back', async () => {
    expect((await ages()).every(({ loadedAt }) => loadedAt === null)).toBe(true);
    const first = await read(at.engineer, FEED, 'kev.json', FIRST);
    expect(first).toMatchObject({ status: 'ready', kind: 'kev', counts: { new: 2 } });
    await applied(at.engineer, first.id);
    expect((await ages()).find(({ feed }) => feed === 'kev')).toMatchObject({
      asOf: '2025-08-25',
      edition: '2025.08.25',
      entries: 2,
    });

    const second = await read(at.engineer, FEED, 'kev.json', SECOND);
    expect(second.counts).toEqual({ new: 1, changed: 1, gone: 1 });
    expect((await page(at.engineer, second.id, 'show=changed')).rows.rows[0]).toMatchObject({
      label: 'CVE-2017-0144',
      differences: [{ what: 'due', before: '1 Feb 2025', after: '1 Mar 2025' }],
    });
    expect((await page(at.engineer, second.id, 'show=gone')).rows.rows[0]?.label).toBe('CVE-2019-0708');
    await applied(at.engineer, second.id);
    expect((await held('kev_entries')).map(({ cve }) => cve)).toEqual(['CVE-2017-0144', 'CVE-2020-1938']);

    const again = await read(at.engineer, FEED, 'kev.json', SECOND);
    expect(again.counts).toEqual({ unchanged: 2 });
    const before = await held('kev_entries');
    await applied(at.engineer, again.id);
    expect(await held('kev_entries')).toEqual(before);
    await undone(at.engineer, again.id);

    const older = await read(at.engineer, FEED, 'kev.json', FIRST);
    expect(older.warnings.join()).toMatch(/older than what is held/);
    expect(await actOnImport(at.engineer, older.id, { act: 'apply' })).toMatchObject({
      errors: { confirmed: [/odd/] },
    });

    await undone(at.engineer, second.id);
    expect((await held('kev_entries')).map(({ cve, due }) => [cve, due.toISOString?.().slice(0, 10) ?? due])).toEqual([
      ['CVE-2017-0144', '2025-02-01'],
      ['CVE-2019-0708', '2025-02-01'],
    ]);
    expect((await ages()).find(({ feed }) => feed === 'kev')).toMatchObject({ asOf: '2025-08-25', entries: 2 });
  }, 120_000);

  it('takes EPSS with the day of its scores', async () => {
    const { id } = await read(at.engineer, FEED, 'epss.csv', EPSS);
    await applied(at.engineer, id);
    expect(await held('epss_scores')).toMatchObject([
      { cve: 'CVE-2017-0144', score: '0.940000000' },
      { cve: 'CVE-2019-0708' },
    ]);
    expect((await ages()).find(({ feed }) => feed === 'epss')).toMatchObject({
      asOf: '2026-09-29',
      edition: 'v2026.06.15',
    });
  }, 60_000);

  it('refuses what is none of its kind, with the rule', async () => {
    expect(await read(at.engineer, FEED, 'kev.json', '{"catalogVersion": 1}')).toMatchObject({ status: 'refused' });
    const table = await read(at.engineer, FEED, 'units.csv', 'Serial,Model\n1,2\n');
    expect(table).toMatchObject({ status: 'refused', problem: expect.stringMatching(/^purpose:/), rows: { rows: [] } });
  }, 60_000);
});

describe('bundles', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const wish = { asOf: '2026-10-01', madeAt: '2026-10-01T10:00:00Z', madeBy: 'the desk' };
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const FILES = [file('kev.json', kev('2026.01.01', { 'CVE-2017-0144': '2025-02-01' })), file('epss.csv', EPSS)];
  const repacked = (bundle: Uint8Array, over: Record<string, Uint8Array | null>) => {
    const parts = { ...unzipSync(bundle), ...over };
    return zipSync(
      Object.fromEntries(Object.entries(parts).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))),
    );
  };
  const refusal = async (bytes: Uint8Array) => {
    const { status, problem, rows } = await read(at.engineer, FEED, 'bundle.zip', bytes);
    expect([status, rows.rows]).toEqual(['refused', []]);
    return problem;
  };

  it('count when a trusted key signed them and every file is the one that was signed', async () => {
    const bundle = makeBundle(FILES, privateKey, wish);
    expect(await refusal(bundle)).toMatch(/^bundle signature: No key for bundles is trusted/);
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await actOnFeeds(administrator, { act: 'add-key', name: 'The desk', publicKey: pem })).toMatchObject({
      ok: true,
    });
    expect(await actOnFeeds(administrator, { act: 'add-key', name: 'Again', publicKey: pem })).toMatchObject({
      ok: false,
    });
    const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await actOnFeeds(administrator, { act: 'add-key', name: 'X', publicKey: secret })).toMatchObject({
      ok: false,
    });

    const good = await read(at.engineer, FEED, 'bundle.zip', bundle);
    expect(good).toMatchObject({
      status: 'ready',
      kind: 'bundle',
      signedBy: 'The desk',
      format: 'Signed bundle of 2 files',
    });
    expect(good.files.map(({ name, valid }) => [name, valid])).toEqual([
      ['kev.json', true],
      ['epss.csv', true],
    ]);

    expect(await refusal(makeBundle(FILES, other.privateKey, wish))).toMatch(/^bundle signature/);
    expect(await refusal(repacked(bundle, { 'manifest.sig': null }))).toMatch(/is not signed/);
    expect(await refusal(repacked(bundle, { 'epss.csv': strToU8(EPSS.replace('0.94', '0.01')) }))).toMatch(
      /^bundle digest/,
    );
    expect(await refusal(repacked(bundle, { 'more.json': strToU8('{}') }))).toMatch(/not in its manifest/);
    expect(await refusal(repacked(bundle, { 'kev.json': null }))).toMatch(/the bundle lacks it/);

    const [key] = (await feedSettings(administrator)).keys;
    await actOnFeeds(administrator, { act: 'retire-key', id: key?.id ?? '', reason: 'It was lost' });
    expect(await refusal(bundle)).toMatch(/^bundle signature/);
  }, 120_000);

  it('may be a ZIP that a person put together: one import, its invalid files refused with their rules', async () => {
    const zip = zipSync({
      'kev.json': FILES[0]?.bytes ?? new Uint8Array(),
      'broken.json': strToU8('{"document": {}}'),
    });
    const parcel = await read(at.engineer, FEED, 'several.zip', zip);
    expect(parcel).toMatchObject({ status: 'ready', format: 'ZIP of 2 files' });
    expect(parcel.counts.refused).toBe(1);
    const [refused] = (await page(at.engineer, parcel.id, 'show=refused')).rows.rows;
    expect(refused?.label).toBe('broken.json');
    expect(refused?.problems[0]?.place).toMatch(/^broken\.json/);
  }, 60_000);
});

describe('feeds that come in by themselves', () => {
  const root = mkdtempSync(join(tmpdir(), 'changemark-feeds-'));
  const outside = mkdtempSync(join(tmpdir(), 'changemark-elsewhere-'));
  const before = process.env.CHANGEMARK_FEEDS_FOLDER;
  beforeAll(() => {
    process.env.CHANGEMARK_FEEDS_FOLDER = root;
    mkdirSync(join(root, 'kev'));
    symlinkSync(outside, join(root, 'way-out'));
  });
  afterAll(() => {
    if (before === undefined) delete process.env.CHANGEMARK_FEEDS_FOLDER;
    else process.env.CHANGEMARK_FEEDS_FOLDER = before;
    for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
  });

  const put = (name: string, text: string) => {
    const path = join(root, 'kev', name);
    writeFileSync(path, text);
    const past = Date.now() / 1000 - 60;
    utimesSync(path, past, past);
  };
  const source = (over: Partial<Extract<FeedsForm, { act: 'source' }>>) =>
    actOnFeeds(
      administrator,
      FeedsForm.parse({ act: 'source', feed: 'kev', version: '0', folder: '', address: '', ...over }),
    );
  const newest = async () => (await listImports(at.engineer, new URLSearchParams())).page.rows[0];

  it('come only from folders below the one that is allowed', async () => {
    for (const folder of ['..', '/etc', outside, 'way-out', '../../etc', join(root, '..'), 'kev\0', 'missing']) {
      expect(await source({ folder })).toMatchObject({ ok: false, errors: { folder: [expect.any(String)] } });
    }
    expect(await checkFolder('kev', '')).toMatchObject({ ok: false });
    expect(await source({ folder: 'kev' })).toMatchObject({ ok: true });
    expect(await source({ folder: '', version: '0' } as never)).toMatchObject({ ok: false });
  });

  it('come only from public https addresses', async () => {
    for (const address of [
      'http://example.org/a',
      'https://127.0.0.1/a',
      'https://[::1]/',
      'https://10.1.2.3/',
      'ftp://x',
      'https://u:p@example.org/',
      'https://169.254.169.254/latest',
      'https://[::ffff:10.0.0.1]/',
    ]) {
      expect(addressProblem(address)).not.toBeNull();
    }
    expect(addressProblem('https://www.cisa.gov/kev.json')).toBeNull();
    expect(addressProblem('https://10.1.2.3/', new Set(['10.1.2.3']))).toBeNull();
    expect(['8.8.8.8', '192.168.0.1', 'fd00::1', '100.64.0.1', '0.0.0.0', 'x'].map(isPublicAddress)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(
      await source({
        address: 'https://localhost.localdomain.invalid/kev.json',
        folder: 'kev',
        version: '99',
      } as never),
    ).toMatchObject({ ok: false });
  });

  it('are applied without a person when nothing is refused, older or mostly gone', async () => {
    put(
      'kev.json',
      kev('2026.02.01', {
        'CVE-2017-0144': '2025-02-01',
        'CVE-2019-0708': '2025-02-01',
        'CVE-2021-44228': '2025-02-01',
      }),
    );
    expect(await lookAtFeedsOf(at.orgId)).toBe(1);
    expect(await lookAtFeedsOf(at.orgId)).toBe(0);
    const brought = await newest();
    expect(brought).toMatchObject({ fileName: 'kev.json', broughtBy: 'folder:kev', createdByName: 'Changemark' });
    expect(await worked(at.engineer, brought?.id ?? '')).toMatchObject({
      status: 'applied',
      applied: { byName: 'Changemark' },
    });

    const older = await read(at.engineer, FEED, 'kev.json', kev('2025.12.01', { 'CVE-2017-0144': '2025-02-01' }));
    expect(older.warnings).toHaveLength(2);
  }, 120_000);
});

describe('the age of a feed', () => {
  const age = { feed: 'kev', asOf: '2025-08-25', edition: '', loadedAt: '2026-01-01T00:00:00Z', entries: 1 } as const;
  it('is said in words', () => {
    expect(feedAgeInWords(age, '2026-11-29')).toBe('KEV of 25 Aug 2025, 461 days old');
    expect(feedAgeInWords({ ...age, loadedAt: null }, '2026-11-29')).toBe('KEV never loaded');
    expect(feedAgeInWords({ ...age, asOf: null }, '2026-01-02')).toMatch(/its own date not stated/);
    expect([ageInDays(age, '2025-08-25'), ageInDays(age, '2025-01-01'), isOld(age, '2025-09-02')]).toEqual([
      0,
      0,
      true,
    ]);
  });
});
