import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { draftReport } from '../assessments/draft-report.server';
import { getChange } from '../changes/get-change.server';
import { type House, house, submitted } from '../changes/testing';
import { downloadDocument, storedDigest } from './download-document.server';
import { draftLetter } from './draft-letter.server';
import { getLetter } from './get-letter.server';
import { listLetters } from './list-letters.server';

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

const letter = async (contact = at.contactId) => {
  const drafted = await draftLetter(at.engineer, changeId, { contact, reply_by: null });
  if (!drafted?.ok) throw new Error('refused');
  return drafted;
};

describe('documents of a change', () => {
  it('are rendered once, stored with their hash, and come back byte for byte', async () => {
    const { id, reference } = await letter();
    expect(await storedDigest(at.engineer, id)).toBeNull();
    const both = await Promise.all([downloadDocument(at.engineer, id), downloadDocument(at.auditor, id)]);
    const later = await downloadDocument(at.regulatory, id);
    for (const file of [...both, later]) {
      if (!file?.ok) throw new Error('no file');
      expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(file.sha256);
      expect(file.sha256).toBe(await storedDigest(at.engineer, id));
      expect(file.fileName).toBe(`${reference}-supplier-request.pdf`);
    }
    const { history } = (await getChange(at.engineer, changeId)) ?? { history: [] };
    const acts = history.filter(({ detail }) => detail === reference).map(({ action }) => action);
    expect(acts.filter((action) => action === 'document.rendered')).toHaveLength(1);
    expect(acts.filter((action) => action === 'document.downloaded')).toHaveLength(3);
  }, 60_000);

  it('are not handed out when the stored bytes no longer match', async () => {
    const drafted = await draftReport(at.engineer, changeId);
    if (!drafted?.ok) throw new Error('refused');
    await downloadDocument(at.engineer, drafted.id);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`alter table documents disable trigger only_store_bytes`;
      await tx`update documents set bytes = '\\x00'::bytea where id = ${drafted.id}`;
      await tx`alter table documents enable trigger only_store_bytes`;
    });
    expect(await downloadDocument(at.engineer, drafted.id)).toMatchObject({ ok: false, status: 409 });
  }, 60_000);

  it('do not exist for another organisation, nor when they do not exist', async () => {
    const elsewhere = await house(database, 'Elsewhere');
    const { id } = await letter('');
    for (const [actor, wanted] of [
      [elsewhere.engineer, id],
      [at.engineer, randomUUID()],
    ] as const) {
      expect(await downloadDocument(actor, wanted)).toBeNull();
      expect(await getLetter(actor, wanted)).toBeNull();
    }
    expect(await draftLetter(elsewhere.engineer, changeId, { contact: '', reply_by: null })).toBeNull();
    expect((await listLetters(elsewhere.engineer, new URLSearchParams())).rows).toEqual([]);
  });

  it('keep the words of the day they were drafted', async () => {
    const { id } = await letter();
    const view = await getLetter(at.engineer, id);
    expect(view).toMatchObject({ status: 'draft', assessmentNumber: view?.latestAssessment });
    expect(view?.letter.mark).toContain('DRAFT');
    expect(view?.letter.deciding.questions.length).toBeGreaterThan(0);
    expect(view?.letter.annexes.devices.rows).toHaveLength(12);
    await expect(
      database.app.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx`update documents set model = '{}' where id = ${id}`;
      }),
    ).rejects.toThrow('locked');
  });

  it('are listed newest first, page by page, and found by reference', async () => {
    for (let n = 0; n < 52; n += 1) await letter('');
    const first = await listLetters(at.engineer, new URLSearchParams());
    expect(first.rows).toHaveLength(50);
    expect(first.before).toBeNull();
    const second = await listLetters(at.engineer, new URLSearchParams({ after: first.after ?? '' }));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(50 + second.rows.length);
    const back = await listLetters(at.engineer, new URLSearchParams({ before: second.before ?? '' }));
    expect(back.rows).toEqual(first.rows);
    const reference = second.rows[0]?.reference ?? '';
    const found = await listLetters(at.engineer, new URLSearchParams({ q: reference }));
    expect(found.rows.map((row) => row.reference)).toEqual([reference]);
    expect((await listLetters(at.engineer, new URLSearchParams({ q: '%' }))).rows).toEqual([]);
    expect((await listLetters(at.engineer, new URLSearchParams({ after: 'broken' }))).rows).toEqual(first.rows);
  }, 60_000);
});
