import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { draftReport } from '../assessments/draft-report.server';
import { getChange } from '../changes/get-change.server';
import { type House, house, submitted } from '../changes/testing';
import { downloadDocument, storedDigest } from './download-document.server';

const database = testDatabase();
let at: House;
let changeId: string;
beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
});
afterAll(async () => {
  await stopRendering();
  await closeDatabase();
});

const report = async () => {
  const drafted = await draftReport(at.engineer, changeId);
  if (!drafted?.ok) throw new Error('refused');
  return drafted;
};

describe('reports of a change', () => {
  it('are rendered once, stored with their hash, and come back byte for byte', async () => {
    const { id, reference } = await report();
    expect(await storedDigest(at.engineer, id)).toBeNull();
    const both = await Promise.all([downloadDocument(at.engineer, id), downloadDocument(at.auditor, id)]);
    const later = await downloadDocument(at.regulatory, id);
    for (const file of [...both, later]) {
      if (!file?.ok) throw new Error('no file');
      expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(file.sha256);
      expect(file.sha256).toBe(await storedDigest(at.engineer, id));
      expect(file.fileName).toBe(`${reference}-assessment-report.pdf`);
    }
    const { history } = (await getChange(at.engineer, changeId)) ?? { history: [] };
    const acts = history.filter(({ detail }) => detail === reference).map(({ action }) => action);
    expect(acts.filter((action) => action === 'document.rendered')).toHaveLength(1);
    expect(acts.filter((action) => action === 'document.downloaded')).toHaveLength(3);
  }, 60_000);

  it('are not handed out when the stored bytes no longer match', async () => {
    const { id } = await report();
    await downloadDocument(at.engineer, id);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`alter table documents disable trigger only_store_bytes`;
      await tx`update documents set bytes = '\\x00'::bytea where id = ${id}`;
      await tx`alter table documents enable trigger only_store_bytes`;
    });
    expect(await downloadDocument(at.engineer, id)).toMatchObject({ ok: false, status: 409 });
  }, 60_000);

  it('do not exist for another organisation, nor when they do not exist', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const { id } = await report();
    expect(await downloadDocument(elsewhere.engineer, id)).toBeNull();
    expect(await downloadDocument(at.engineer, randomUUID())).toBeNull();
  });

  it('keep the words of the day they were drafted', async () => {
    const { id } = await report();
    await expect(
      database.app.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx`update documents set model = '{}' where id = ${id}`;
      }),
    ).rejects.toThrow('locked');
  });
});
