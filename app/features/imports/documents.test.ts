/** Component lists, MDS2 forms and advisories: in, again, changed, and back. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { workbook } from '../../readers/tables/testing';
import { type House, house } from '../changes/testing';
import { getMds2 } from '../devices/get-mds2.server';
import { getModelSoftware } from '../devices/get-model-software.server';
import { spooled } from '../files/testing';
import { actOnImport } from './act-on-import.server';
import { bringFiles } from './bring-files.server';
import { getImport } from './get-import.server';
import { BringForm } from './import-form';
import { act, applied, page, read, undone, worked } from './testing';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(() => closeDatabase());

const bom = (components: [name: string, version: string, purl?: string][]) =>
  JSON.stringify({
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 },
    components: components.map(([name, version, purl], n) => ({
      ...{ type: 'library', 'bom-ref': `c${n}`, name, version },
      ...(purl ? { purl } : {}),
    })),
  });
const list = async () => {
  const software = await getModelSoftware(at.engineer, at.modelId);
  return {
    components: software?.components.map(({ name, release }) => `${name} ${release}`),
    fact: software?.facts.componentList?.value ?? null,
  };
};

describe('the component list of a model', () => {
  const ofModel = () =>
    ({ purpose: 'components', modelId: at.modelId, softwareVersion: '4.2.0', saidBy: 'The desk' }) as const;
  const FIRST = bom([
    ['openssl', '1.0.2', 'pkg:generic/openssl@1.0.2'],
    ['zlib', '1.2.8'],
    ['libpng', '1.6'],
    ['zlib', '1.2.8'],
  ]);
  const SECOND = bom([
    ['openssl', '3.0.8', 'pkg:generic/openssl@3.0.8'],
    ['zlib', '1.2.8'],
    ['curl', '8.0'],
  ]);

  it('tells an update from a newcomer, keeps what is gone unless asked, and goes back', async () => {
    const first = await read(at.engineer, ofModel(), 'first.cdx.json', FIRST);
    expect(first).toMatchObject({ status: 'ready', counts: { new: 3, unchanged: 1 } });
    await applied(at.engineer, first.id);
    expect(await list()).toEqual({
      components: ['libpng 1.6', 'openssl 1.0.2', 'zlib 1.2.8'],
      fact: 'CycloneDX 1.6, 4 components, for version 4.2.0',
    });
    expect((await read(at.engineer, ofModel(), 'first.cdx.json', FIRST)).counts).toEqual({ unchanged: 4 });

    const second = await read(at.engineer, ofModel(), 'second.cdx.json', SECOND);
    expect(second.counts).toEqual({ changed: 1, unchanged: 1, new: 1, gone: 1 });
    const [changed] = (await page(at.engineer, second.id, 'show=changed')).rows.rows;
    expect(changed?.differences).toContainEqual({ what: 'Version', before: '1.0.2', after: '3.0.8' });
    await applied(at.engineer, second.id);
    expect((await list()).components).toEqual(['curl 8.0', 'libpng 1.6', 'openssl 3.0.8', 'zlib 1.2.8']);
    await undone(at.engineer, second.id);
    expect(await list()).toMatchObject({
      components: ['libpng 1.6', 'openssl 1.0.2', 'zlib 1.2.8'],
      fact: expect.stringMatching(/4 components/),
    });

    const third = await read(at.engineer, ofModel(), 'second.cdx.json', SECOND);
    await applied(at.engineer, third.id, { retireGone: 'yes' });
    expect((await list()).components).toEqual(['curl 8.0', 'openssl 3.0.8', 'zlib 1.2.8']);
    await undone(at.engineer, third.id);
    expect((await list()).components).toEqual(['libpng 1.6', 'openssl 1.0.2', 'zlib 1.2.8']);
  }, 120_000);

  it('is refused whole when its standard calls it invalid', async () => {
    const broken = FIRST.replace('"1.6"', '"9.9"');
    const refused = await read(at.engineer, ofModel(), 'broken.json', broken);
    expect(refused).toMatchObject({ status: 'refused', counts: {}, rows: { rows: [] } });
    expect(await actOnImport(at.engineer, refused.id, { act: 'apply' })).toMatchObject({ ok: false });
  }, 60_000);

  it('needs a model of this organisation', async () => {
    const form = BringForm.parse({ purpose: 'components', modelId: elsewhere.modelId });
    expect(await bringFiles(at.engineer, form, [spooled('a.json', FIRST)])).toMatchObject({
      errors: { modelId: [expect.any(String)] },
    });
    expect(BringForm.safeParse({ purpose: 'mds2' }).success).toBe(false);
  });
});

describe('an MDS2 form', () => {
  const form = (answers: [string, string, string][], date = '2026-05-01') =>
    workbook({
      sheets: [
        {
          name: 'MDS2',
          rows: [
            ['Question ID', 'Question', '', 'See note'],
            ...['DOC-1', 'DOC-2', 'DOC-3', 'DOC-4'].map((id) => [id, 'About the form', 'as before', '__']),
            ['DOC-7', 'Document Release Date', date, '__'],
            ...answers.map(([id, answer, note]) => [id, `Question ${id}?`, answer, note]),
          ],
        },
      ],
    });
  const ofModel = () => ({ purpose: 'mds2', modelId: at.modelId }) as const;
  const FIRST = form([
    ['CSUP-2.4', 'No', ''],
    ['AUDT-1', 'Yes', ''],
  ]);
  const SECOND = form(
    [
      ['CSUP-2.4', 'Yes', ''],
      ['MLDP-2', 'N/A', ''],
    ],
    '2026-06-01',
  );
  const answers = async () => {
    const found = await getMds2(at.engineer, at.modelId);
    const flat = Object.fromEntries((found?.answers ?? []).map(({ question, answer }) => [question, answer]));
    return { ...flat, date: found?.model.mds2Date ?? null };
  };

  it('becomes answers with the form as their source, and goes back answer by answer', async () => {
    const first = await read(at.engineer, ofModel(), 'mds2.xlsx', FIRST);
    expect(first).toMatchObject({ status: 'ready', kind: 'mds2' });
    await applied(at.engineer, first.id);
    expect(await answers()).toMatchObject({ 'CSUP-2.4': 'no', 'AUDT-1': 'yes', date: '2026-05-01' });
    const again = await read(at.engineer, ofModel(), 'mds2.xlsx', FIRST);
    expect(again.counts.new ?? 0).toBe(0);
    expect(again.counts.changed ?? 0).toBe(0);

    const second = await read(at.engineer, ofModel(), 'mds2-june.xlsx', SECOND);
    await applied(at.engineer, second.id);
    expect(await answers()).toMatchObject({ 'CSUP-2.4': 'yes', 'MLDP-2': 'n/a', 'AUDT-1': 'yes', date: '2026-06-01' });
    await undone(at.engineer, second.id);
    const back = await answers();
    expect(back).toMatchObject({ 'CSUP-2.4': 'no', 'AUDT-1': 'yes', date: '2026-05-01' });
    expect(back).not.toHaveProperty('MLDP-2');
  }, 120_000);
});

const CSAF = new URL('../../../../shared/data/csaf/', import.meta.url).pathname;

describe.runIf(existsSync(CSAF))('advisories', () => {
  const file = (name: string) => readFileSync(`${CSAF}${name}`, 'utf8');
  const withdrawn = () =>
    database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return [
        ...(await tx`select published_id, retired_at is not null as retired from advisories where org_id = ${at.orgId} order by 1`),
      ];
    });

  it('come several at once as one import, once, and go again', async () => {
    const names = ['icsma-20-049-01.json', 'icsma-24-200-01.json'];
    const form = BringForm.parse({ purpose: 'feed' });
    const done = await bringFiles(
      at.engineer,
      form,
      names.map((name) => spooled(name, file(name))),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.errors));
    expect(done.ids).toHaveLength(1);
    const [id = ''] = done.ids;
    expect(await worked(at.engineer, id)).toMatchObject({
      status: 'ready',
      fileName: '2 files.zip',
      counts: { new: 2 },
    });
    const ready = await applied(at.engineer, id);
    expect(ready.feeds.find(({ feed }) => feed === 'advisories')).toMatchObject({ asOf: '2024-11-21', entries: 2 });
    const one = await read(at.engineer, { purpose: 'feed' }, names[0] ?? '', file(names[0] ?? ''));
    expect(one.counts).toEqual({ unchanged: 1 });
    expect(await undone(at.engineer, id)).toMatchObject({ status: 'undone', undone: { left: 0 } });
    expect(await withdrawn()).toEqual([
      { published_id: 'ICSMA-20-049-01', retired: true },
      { published_id: 'ICSMA-24-200-01', retired: true },
    ]);
    await act(at.engineer, id, { act: 'allow' });
    expect(await worked(at.engineer, id)).toMatchObject({ status: 'ready', counts: { new: 2 } });
  }, 120_000);

  it('are nobody else’s', async () => {
    const { id } = await read(at.engineer, { purpose: 'feed' }, 'a.json', file('icsma-20-049-01.json'));
    expect(await getImport(elsewhere.engineer, id, new URLSearchParams())).toBeNull();
    expect(await actOnImport(elsewhere.engineer, id, { act: 'cancel' })).toBeNull();
  }, 60_000);
});
