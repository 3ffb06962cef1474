import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { stopExamining } from '../files/examine-file.server';
import { type SpooledFile, spoolUpload } from '../files/spool.server';
import { receiptModel } from './get-receipt.server';
import { downloadReplyFile, getReceived, getReply, getReplyFile } from './get-reply.server';
import { recordReply } from './record-reply.server';
import { StaffReply } from './staff-form';
import { askedLetter } from './testing';

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

const spooled = (name: string, text: string): SpooledFile => {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = async (from: number, length: number) => bytes.subarray(from, from + length);
  return { field: 'files', originalName: name, size: bytes.length, sha256, read };
};
const typed = (over: Record<string, string> = {}) =>
  StaffReply('2026-11-24').parse({
    name: 'Erika Muster',
    channel: 'telephone',
    kind: 'answer',
    came_on: '2026-11-20',
    ...over,
  });
const fields = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
};

describe('a reply that staff record', () => {
  it('makes the same record, and says on its page and receipt who typed it', async () => {
    const { letterId } = await askedLetter(at);
    const form = fields({ q1: 'yes', q1_version: '0', q2: '', q2_version: '0' });
    const files = [spooled('list.csv', 'a,b\n=cmd(1),2\n'), spooled('scan.txt', 'as said')];
    const recorded = await recordReply(at.engineer, letterId, typed(), form, files);
    if (!recorded?.ok) throw new Error(JSON.stringify(recorded));
    const view = await getReply(at.auditor, letterId, recorded.replyId);
    const sentence = 'Entered by Jonas Lindqvist for Spacelabs, who answered by telephone.';
    expect(view?.entered).toBe(sentence);
    expect(view?.asked[0]?.answer.choice).toBe('yes');
    const received = await getReceived(at.auditor, recorded.replyId);
    expect(received && receiptModel(received).enteredBy).toBe(sentence);
    expect(await getReply(elsewhere.engineer, letterId, recorded.replyId)).toBeNull();
    const [warned, plain] = view?.files ?? [];
    expect(warned).toMatchObject({ verdict: 'active_content' });
    expect(await downloadReplyFile(at.auditor, warned?.id ?? '', false)).toEqual({ ok: false, why: 'warn' });
    expect(await downloadReplyFile(at.auditor, warned?.id ?? '', true)).toMatchObject({ ok: true, name: 'list.csv' });
    expect(await downloadReplyFile(at.auditor, plain?.id ?? '', false)).toMatchObject({ ok: true });
    expect(await downloadReplyFile(elsewhere.engineer, plain?.id ?? '', true)).toBeNull();
    expect(await getReplyFile(elsewhere.engineer, plain?.id ?? '')).toBeNull();
    const acts = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select action from audit_events where action in ('reply.recorded', 'reply.file_downloaded', 'letter.answered')`;
    });
    expect(acts.map(({ action }) => action).sort()).toEqual([
      ...['letter.answered', 'reply.file_downloaded', 'reply.file_downloaded', 'reply.recorded'],
    ]);
  });

  it('is refused by field, and then nothing of it is there', async () => {
    const { letterId } = await askedLetter(at);
    const refused = StaffReply('2026-11-24').safeParse({ channel: 'pigeon', came_on: '2026-11-25', kind: 'answer' });
    expect(new Set(refused.error?.issues.map(({ path }) => path[0]))).toEqual(new Set(['name', 'channel', 'came_on']));
    expect(
      await recordReply(at.engineer, letterId, typed(), fields({ q1: 'maybe', q1_version: '0' }), []),
    ).toMatchObject({ ok: false });
    expect(await recordReply(at.engineer, letterId, typed(), fields({}), [])).toMatchObject({ ok: false });
    expect(await recordReply(at.engineer, letterId, typed(), fields({}), [spooled('a.exe', 'MZ')])).toMatchObject({
      errors: { files: [expect.stringContaining('a.exe was not taken')] },
    });
    expect(
      await recordReply(elsewhere.engineer, letterId, typed(), fields({ q1: 'yes', q1_version: '0' }), []),
    ).toBeNull();
    const [row] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select count(*)::int as n from replies where letter_id = ${letterId}`;
    });
    expect(row?.n).toBe(0);
  });
});

it('a form with many fields and a file arrives whole, and one with too much text is refused', async () => {
  const posted = (value: string) => {
    const form = fields(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`q${n}_comment`, value])));
    form.append('message', 'Letter came.');
    form.append('files', new File(['scan'], 'scan.txt'));
    return new Request('http://localhost/', { method: 'POST', body: form });
  };
  const whole = await spoolUpload(posted('as said'), () => true);
  if (!whole.ok) throw new Error(whole.message);
  expect(Array.from(whole.fields.keys())).toHaveLength(301);
  expect(whole.fields.get('message')).toBe('Letter came.');
  expect(whole.files.map(({ originalName, size }) => [originalName, size])).toEqual([['scan.txt', 4]]);
  await whole.close();
  expect(await spoolUpload(posted('x'.repeat(50_000)), () => true)).toMatchObject({ ok: false, status: 413 });
});
