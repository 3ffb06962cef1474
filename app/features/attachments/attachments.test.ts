import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, inOrganisation } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import type { Actor } from '../../guard/actor';
import { type House, house, submitted } from '../changes/testing';
import { withdrawChange } from '../changes/withdraw-change.server';
import { stopExamining } from '../files/examine-file.server';
import { spooled } from '../files/testing';
import { attachFiles } from './attach-files.server';
import { attachmentChoices } from './attachment-choices.server';
import { attachmentsForSnapshot } from './for-snapshot.server';
import { downloadFile, getFile } from './get-file.server';
import { getFiles } from './get-files.server';
import { isSignedPurpose, PURPOSES } from './purposes';
import { takeBack } from './take-back.server';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(async () => {
  await stopExamining();
  await closeDatabase();
});

const form = (purpose: (typeof PURPOSES)[number] = 'test', note = '') => ({ purpose, note });
const attached = async (changeId: string, name: string, content: string | Uint8Array, purpose = form()) => {
  const done = await attachFiles(at.engineer, changeId, purpose, [spooled(name, content)]);
  if (!done?.ok) throw new Error(JSON.stringify(done));
  return done.ids[0] ?? '';
};
const all = new URLSearchParams();
const list = async (changeId: string, actor: Actor = at.auditor) => (await getFiles(actor, changeId, all))?.rows ?? [];
const events = (changeId: string) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${at.orgId}, true)`;
    return tx`select action, detail, reason from audit_events
      where object_id = ${changeId} and action like 'attachment.%' order by seq`;
  });

async function acting(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
  return pdf.save();
}

describe('files of a change', () => {
  it('are stored whole, in pieces, under a cleaned name, and recorded with their digest', async () => {
    const changeId = await submitted(at);
    const text = 'a line of a test log\n'.repeat(120_000);
    const id = await attached(changeId, '../../etc/log\u202efdp.txt', text, form('test', 'Unit XTR-1'));
    const sha256 = createHash('sha256').update(text).digest('hex');
    const [file] = await list(changeId);
    expect(file).toMatchObject({
      id,
      name: 'logfdp.txt',
      purpose: 'test',
      note: 'Unit XTR-1',
      sha256,
      verdict: 'clean',
    });
    const taken = await downloadFile(at.auditor, id, false);
    expect(taken?.ok && createHash('sha256').update(taken.bytes).digest('hex')).toBe(sha256);
    const pieces = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select n from attachment_chunks where attachment_id = ${id} order by n`;
    });
    expect(pieces.map(({ n }) => n)).toEqual([0, 1, 2]);
    expect((await events(changeId)).map(({ action, detail }) => [action, detail.sha256])).toEqual([
      ['attachment.added', sha256],
      ['attachment.downloaded', sha256],
    ]);
  });

  it('with active content are kept, marked, and handed out only after a warning', async () => {
    const changeId = await submitted(at);
    const id = await attached(changeId, 'report.pdf', await acting());
    expect((await list(changeId))[0]).toMatchObject({ verdict: 'active_content' });
    expect(await downloadFile(at.safety, id, false)).toEqual({ ok: false, why: 'warn', changeId });
    expect(await downloadFile(at.safety, id, true)).toMatchObject({ ok: true, name: 'report.pdf' });
  });

  it('are taken all or none, and a refusal is recorded with its reason', async () => {
    const changeId = await submitted(at);
    const files = [spooled('good.txt', 'fine'), spooled('bad.exe', 'MZ'), spooled('not.pdf', 'no pdf at all')];
    const refused = await attachFiles(at.engineer, changeId, form(), files);
    expect(refused?.ok === false && refused.errors.files).toEqual([
      expect.stringMatching(/^bad\.exe was not taken\. Files of this kind/),
      expect.stringMatching(/^not\.pdf was not taken\. Its content is not that of a PDF file/),
    ]);
    expect(await list(changeId)).toEqual([]);
    expect((await events(changeId)).map(({ action, detail }) => [action, detail.name])).toEqual([
      ['attachment.refused', 'bad.exe'],
      ['attachment.refused', 'not.pdf'],
    ]);
    expect(await attachFiles(at.engineer, changeId, form(), [])).toMatchObject({ ok: false });
  });

  it('of the same content are attached once, by whoever comes first of two at once', async () => {
    const changeId = await submitted(at);
    const both = await Promise.all(
      [at.engineer, at.colleague].map((actor) => attachFiles(actor, changeId, form(), [spooled('same.txt', 'same')])),
    );
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(both.find((one) => one && !one.ok)).toMatchObject({
      errors: { files: ['same.txt was not taken. The same content is attached already, as “same.txt”.'] },
    });
    expect(await list(changeId)).toHaveLength(1);
  });

  it('of a change that is over stay as they are', async () => {
    const changeId = await submitted(at);
    const id = await attached(changeId, 'a.txt', 'a');
    const [{ version = 0 } = {}] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select version from changes where id = ${changeId}`;
    });
    const withdrawn = await withdrawChange(at.engineer, changeId, { version, reason: 'not needed' });
    expect(withdrawn).toMatchObject({ ok: true });
    expect(await attachFiles(at.engineer, changeId, form(), [spooled('b.txt', 'b')])).toMatchObject({
      ok: false,
      errors: { '': [expect.stringContaining('withdrawn')] },
    });
    expect(await takeBack(at.engineer, changeId, id, 'late')).toMatchObject({ ok: false });
    expect(await getFiles(at.engineer, changeId, all)).toMatchObject({ mayAdd: false });
  });
});

describe('a file that is taken back', () => {
  it('counts no more, and its name, digest and bytes stay', async () => {
    const changeId = await submitted(at);
    const id = await attached(changeId, 'wrong.txt', 'of another device');
    const before = (await list(changeId))[0];
    expect(await takeBack(at.colleague, changeId, id, 'Another device')).toMatchObject({ ok: true });
    const [after] = await list(changeId);
    expect(after).toMatchObject({ name: 'wrong.txt', sha256: before?.sha256, size: before?.size });
    expect(after?.removed).toMatchObject({ byName: 'Mei Tanaka', reason: 'Another device' });
    expect(await downloadFile(at.auditor, id, false)).toMatchObject({ ok: true });
    const left = await inOrganisation(at.engineer, async (tx) => [
      await attachmentsForSnapshot(tx, at.orgId, changeId),
      await attachmentChoices(tx, at.orgId, changeId),
    ]);
    expect(left).toEqual([[], []]);
    expect((await events(changeId)).map(({ action, reason }) => [action, reason]).slice(0, 2)).toEqual([
      ['attachment.added', null],
      ['attachment.removed', 'Another device'],
    ]);
    expect(await takeBack(at.engineer, changeId, id, 'again')).toMatchObject({
      errors: { '': ['Mei Tanaka took this file back meanwhile.'] },
    });
  });

  it('is neither edited nor deleted nor brought back, not even in the database', async () => {
    const changeId = await submitted(at);
    const id = await attached(changeId, 'kept.txt', 'kept');
    await takeBack(at.engineer, changeId, id, 'enough');
    const attempts = ['set name = $$x$$', 'set sha256 = $$0$$', 'set removed_at = null', 'set remove_reason = $$x$$'];
    for (const attempt of attempts) {
      const edit = database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx.unsafe(`update change_attachments ${attempt} where id = '${id}'`);
      });
      await expect(edit).rejects.toThrow(/never edited|written once/);
    }
    for (const table of ['change_attachments', 'attachment_chunks']) {
      const remove = database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx.unsafe(`delete from ${table} where org_id = '${at.orgId}'`);
      });
      await expect(remove).rejects.toThrow(/append-only|refused/i);
    }
  });
});

describe('what a signature covers', () => {
  it('are the files in the order in which they came, without proof and signed sheets', async () => {
    const changeId = await submitted(at);
    for (const purpose of PURPOSES) await attached(changeId, `${purpose}.txt`, purpose, form(purpose));
    const covered = await inOrganisation(at.engineer, (tx) => attachmentsForSnapshot(tx, at.orgId, changeId));
    expect(covered.map(({ purpose }) => purpose)).toEqual(PURPOSES.filter(isSignedPurpose));
    expect(Object.keys(covered[0] ?? {}).sort()).toEqual(['id', 'name', 'purpose', 'sha256', 'size']);
    expect(PURPOSES.filter((one) => !isSignedPurpose(one))).toEqual(['proof', 'paper']);
  });
});

it('another organisation sees and does nothing', async () => {
  const changeId = await submitted(at);
  const id = await attached(changeId, 'ours.txt', 'ours');
  const other = await submitted(elsewhere);
  expect(await getFiles(elsewhere.engineer, changeId, all)).toBeNull();
  expect(await getFile(elsewhere.engineer, id, changeId)).toBeNull();
  expect(await downloadFile(elsewhere.engineer, id, true)).toBeNull();
  expect(await takeBack(elsewhere.engineer, changeId, id, 'theirs')).toBeNull();
  expect(await attachFiles(elsewhere.engineer, changeId, form(), [spooled('x.txt', 'x')])).toBeNull();
  // Nor does a file belong to any other change of one's own.
  const second = await submitted(at);
  expect(await getFile(at.engineer, id, second)).toBeNull();
  expect(await takeBack(at.engineer, second, id, 'not mine')).toBeNull();
  expect(await getFiles(elsewhere.engineer, other, all)).toMatchObject({ rows: [] });
});
