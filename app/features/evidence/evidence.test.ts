/** Packs against a real database: the same bytes twice, killed and built again, verified, and nobody else's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../db/testing';
import { stopRendering } from '../../../documents/render.server';
import { nodeTools } from '../../audit/node-tools.server';
import { readArchive } from '../../audit/read-archive';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import { verifyBundle } from '../../audit/verify-bundle';
import { draftReport } from '../assessments/draft-report.server';
import { type House, house, submitted } from '../changes/testing';
import { downloadDocument } from '../letters/download-document.server';
import { buildPack } from './build-pack.server';
import { downloadPack } from './download-pack.server';
import { getPack } from './get-pack.server';
import { previewPack, requestPack } from './request-pack.server';
import type { Scope } from './scope';

const database = testDatabase();
let at: House;
let changeId = '';
let folder = '';
const scope = (): Scope => ({ scope: 'change', id: changeId });

beforeAll(async () => {
  at = await house(database);
  changeId = await submitted(at);
  const drafted = await draftReport(at.engineer, changeId);
  if (!drafted?.ok) throw new Error('no report');
  await downloadDocument(at.engineer, drafted.id);
  await checkpointNow(at.orgId);
  folder = mkdtempSync(join(tmpdir(), 'changemark-pack-'));
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopRendering();
});

async function built(wish: Scope = scope(), options: { cutSeq?: number } = {}) {
  const asked = await requestPack(at.auditor, wish, options);
  if (!asked?.ok) throw new Error(JSON.stringify(asked));
  expect(await buildPack({ orgId: at.orgId, packId: asked.id })).toBe(true);
  const file = await downloadPack(at.auditor, asked.id);
  if (!file) throw new Error('no file');
  return { ...asked, sha256: file.sha256, bytes: new Uint8Array(await new Response(file.bytes).arrayBuffer()) };
}

const texts = (bytes: Uint8Array) =>
  new Map(readArchive(bytes).entries.map((one) => [one.path, new TextDecoder().decode(one.bytes)]));

describe('a pack of one change', () => {
  it('holds what it says, and the offline verifier agrees [11.10(b)]', async () => {
    const { bytes, id } = await built();
    const files = texts(bytes);
    for (const path of ['manifest.json', 'manifest.sig', 'pack.json', 'pack.pdf', 'trail.ndjson', 'README.txt']) {
      expect([...files.keys()]).toContain(path);
    }
    expect([...files.keys()].filter((path) => /^documents\/.+\.pdf$/.test(path))).toHaveLength(1);
    expect([...files.keys()].some((path) => path.startsWith('library/'))).toBe(true);
    const proof = await verifyBundle(bytes, nodeTools);
    expect(proof.findings).toEqual([]);
    expect(proof.ok).toBe(true);
    const shown = await getPack(at.auditor, id);
    const data = JSON.parse(files.get('pack.json') ?? '{}');
    expect(data.completeness).toEqual(shown?.completeness);
    expect(data.cut.seq).toBe(shown?.cutSeq);
    expect(data.changes).toHaveLength(1);
  }, 120_000);

  it('is the same bytes when it is built again at the same cut, whatever happened since [Annex 11 §8]', async () => {
    const first = await built();
    await submitted(at);
    await database.owner`update changes set title = 'Another title' where id = ${changeId}`;
    const again = await built(scope(), { cutSeq: first.cutSeq });
    expect(again.id).not.toBe(first.id);
    expect(again.sha256).toBe(first.sha256);
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  }, 120_000);

  it('is a clean archive with a clean PDF for the tools of others', async () => {
    const { bytes } = await built();
    const file = join(folder, 'pack.zip');
    writeFileSync(file, bytes);
    const pdf = join(folder, 'pack.pdf');
    const inside = readArchive(bytes).entries.find(({ path }) => path === 'pack.pdf');
    writeFileSync(pdf, inside?.bytes ?? '');
    const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
    if (has('unzip')) expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
    if (has('qpdf')) expect(execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' })).toContain('No syntax');
    if (has('pdffonts')) {
      const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/\syes yes yes\s/);
    }
  }, 120_000);

  it('begins again when its builder died in the middle', async () => {
    const first = await built();
    const asked = await requestPack(at.auditor, scope(), { cutSeq: first.cutSeq });
    if (!asked?.ok) throw new Error('refused');
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update evidence_packs set status = 'building', progress = 40 where id = ${asked.id}`;
      await tx`insert into evidence_pack_chunks (org_id, pack_id, n, bytes) values
        (${at.orgId}, ${asked.id}, 0, '\\x00'), (${at.orgId}, ${asked.id}, 7, '\\x01')`;
    });
    expect(await downloadPack(at.auditor, asked.id)).toBeNull();
    expect(await buildPack({ orgId: at.orgId, packId: asked.id })).toBe(true);
    expect((await getPack(at.auditor, asked.id))?.sha256).toBe(first.sha256);
    expect(await buildPack({ orgId: at.orgId, packId: asked.id })).toBe(false);
  }, 120_000);

  it('is built once by two builders at the same time', async () => {
    const asked = await requestPack(at.auditor, scope());
    if (!asked?.ok) throw new Error('refused');
    const job = { orgId: at.orgId, packId: asked.id };
    const ends = await Promise.allSettled([buildPack(job), buildPack(job)]);
    if (!ends.some((end) => end.status === 'fulfilled' && end.value)) await buildPack(job);
    const file = await downloadPack(at.auditor, asked.id);
    const bytes = new Uint8Array(await new Response(file?.bytes).arrayBuffer());
    expect((await verifyBundle(bytes, nodeTools)).findings).toEqual([]);
  }, 120_000);

  it('is locked once it is ready', async () => {
    const { id } = await built();
    const inside = (statement: string) =>
      database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${at.orgId}, true)`;
        await tx.unsafe(statement, [id]);
      });
    await expect(inside('delete from evidence_pack_chunks where pack_id = $1')).rejects.toThrow(/locked/);
    await expect(inside("update evidence_packs set material = '' where id = $1")).rejects.toThrow(/locked/);
  }, 120_000);

  it('is nobody else’s', async () => {
    const { id } = await built();
    const other = await house(database, 'Elsewhere');
    expect(await getPack(other.auditor, id)).toBeNull();
    expect(await downloadPack(other.auditor, id)).toBeNull();
    expect(await requestPack(other.auditor, scope())).toBeNull();
    expect(await previewPack(other.auditor, scope())).toBeNull();
  }, 120_000);

  it('is not built from a broken record', async () => {
    const asked = await requestPack(at.auditor, scope());
    if (!asked?.ok) throw new Error('refused');
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx.unsafe('alter table audit_events disable trigger user');
      await tx`update audit_events set actor_name = 'Somebody else' where org_id = ${at.orgId} and seq = 2`;
      await tx.unsafe('alter table audit_events enable trigger user');
    });
    expect(await buildPack({ orgId: at.orgId, packId: asked.id })).toBe(false);
    const pack = await getPack(at.auditor, asked.id);
    expect(pack).toMatchObject({ status: 'failed', failure: expect.stringContaining('event 2 was altered') });
  }, 120_000);
});

describe('asking for a pack', () => {
  it('says before building what is not evidenced', async () => {
    const preview = await previewPack(at.auditor, scope());
    expect(preview?.refusal).toBeNull();
    const hazards = preview?.completeness.find(({ key }) => key === 'hazards');
    expect(hazards).toMatchObject({ state: 'not_evidenced', words: 'The hazard log is empty.' });
  });

  it('refuses a cut that no pack of the same scope had, and a period without changes', async () => {
    expect(await requestPack(at.auditor, scope(), { cutSeq: 1 })).toMatchObject({ ok: false });
    const long = { scope: 'period', from: '2001-01-01', to: '2001-12-31' } as const;
    expect(await requestPack(at.auditor, long)).toEqual({ ok: false, message: 'No change is in it.' });
  });

  it.each(['device', 'supplier'] as const)('takes every change of a %s', async (kind) => {
    const preview = await previewPack(at.auditor, {
      scope: kind,
      id: kind === 'device' ? at.modelId : at.supplierId,
    });
    expect(preview?.changes).toBe(2);
    expect(preview?.completeness.find(({ key }) => key === 'hazards')?.words).toMatch(/^Not evidenced for 2 of 2: CM-/);
  });
});
