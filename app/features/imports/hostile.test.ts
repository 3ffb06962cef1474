/** Files that were made to do harm end as refused imports with a rule, and leave nothing behind. */

import { sql } from 'drizzle-orm';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { spooled } from '../files/testing';
import { asJsonb } from '../in-json.server';
import { actOnImport } from './act-on-import.server';
import { bringFiles } from './bring-files.server';
import { BringForm } from './import-form';
import { act, page, read, worked } from './testing';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(() => closeDatabase());

const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

describe('files that are no good', () => {
  it.each([
    ['a formula', 'inventory', 'Serial,Model,Notes\n1,XTR telemetry receiver,"=HYPERLINK(""http://x"",""y"")"\n'],
    ['nothing but NUL', 'inventory', '\u0000'.repeat(5000)],
    ['a deep nesting', 'feed', nested],
    ['a key that stands there twice', 'feed', '{"catalogVersion":"1","catalogVersion":"2"}'],
    ['an external entity', 'components', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><bom>&e;</bom>'],
    ['a ZIP that climbs out', 'feed', zipSync({ '../../evil.json': new Uint8Array([123, 125]) })],
    ['a ZIP within a ZIP', 'feed', zipSync({ 'a.json': zipSync({ 'b.json': new Uint8Array([123]) }) })],
    ['a broken ZIP', 'feed', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)])],
    ['something else', 'mds2', '%PDF-1.7'],
  ] as const)(
    '%s',
    async (_, purpose, content) => {
      const ofModel = purpose === 'components' || purpose === 'mds2' ? { modelId: at.modelId } : {};
      const refused = await read(at.engineer, { purpose, ...ofModel }, '../../etc/passwd', content);
      expect(refused).toMatchObject({ status: 'refused', fileName: 'passwd' });
      expect(refused.problem).toMatch(/^[^:]+: .{10,}/);
      expect(refused.counts.new ?? 0).toBe(0);
      expect(await actOnImport(at.engineer, refused.id, { act: 'apply' })).toMatchObject({ ok: false });
    },
    60_000,
  );

  it('are told before they are kept when they are empty', async () => {
    const form = BringForm.parse({ purpose: 'feed' });
    expect(await bringFiles(at.engineer, form, [spooled('a.json', '')])).toMatchObject({
      errors: { files: [/empty/] },
    });
    expect(await bringFiles(at.engineer, form, [])).toMatchObject({ ok: false });
  });
});

describe('texts that a database cannot hold', () => {
  it('are kept readable', async () => {
    const texts = ['a\u0000b', '\ud800', '\\u0000', '\\\\ud800', '😀', '"\u0000\\'];
    const [row] = await inOrganisation(at.engineer, (tx) =>
      tx.execute<{ all: string[] }>(sql`select ${asJsonb(texts)} as all`),
    );
    expect(row?.all).toEqual(['a\ufffdb', '\ufffd', '\\u0000', '\\\\ud800', '😀', '"\ufffd\\']);
  });
});

describe('an error of ours', () => {
  it('stands on the import, which can be let go on', async () => {
    const { id } = await read(
      at.engineer,
      { purpose: 'inventory' },
      'a.csv',
      'Serial,Manufacturer,Model\nS-1,Spacelabs,XTR telemetry receiver\n',
    );
    await act(at.engineer, id, { act: 'apply' });
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update import_rows set cells = '"broken"' where import_id = ${id}`;
    });
    expect(await worked(at.engineer, id)).toMatchObject({ status: 'failed' });
    expect(await actOnImport(at.engineer, id, { act: 'cancel' })).toMatchObject({ ok: false });
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update import_rows set cells = '["S-1","Spacelabs","XTR telemetry receiver"]' where import_id = ${id}`;
    });
    await act(at.engineer, id, { act: 'go-on' });
    expect(await worked(at.engineer, id)).toMatchObject({ status: 'applied', counts: { new: 1 } });
    expect((await page(at.engineer, id)).rows.rows[0]?.to).toMatch(/^\/units\//);
  }, 60_000);
});
