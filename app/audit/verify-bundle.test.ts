import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicKey } from './checkpoint-key.server';
import { nodeTools } from './node-tools.server';
import type { ProofTools } from './proof';
import { bundleFiles, goodBundle, packed, trailText } from './testing/bundle';
import { verifyBundle } from './verify-bundle';
import { verifyTrail } from './verify-trail';
import { webTools } from './web-tools';

describe('a pack, without Changemark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'changemark-bundle-'));
  const kept = process.env.CHANGEMARK_DATA;
  beforeAll(() => {
    process.env.CHANGEMARK_DATA = folder;
  });
  afterAll(() => {
    if (kept === undefined) delete process.env.CHANGEMARK_DATA;
    else process.env.CHANGEMARK_DATA = kept;
    rmSync(folder, { recursive: true });
  });

  const both: [string, () => ProofTools][] = [
    ['node', () => nodeTools],
    [
      'Web Crypto',
      () => {
        const tools = webTools();
        if (!tools) throw new Error('no Web Crypto');
        return tools;
      },
    ],
  ];

  it.each(both)('holds, by %s, and shows who signed what', async (_, tools) => {
    const proof = await verifyBundle(goodBundle(), tools(), { key: publicKey().publicKey });
    expect(proof.findings).toEqual([]);
    expect(proof).toMatchObject({ ok: true, organisation: 'Northbridge', head: { seq: 5 } });
    expect(proof.checks.every(({ state }) => state === 'held')).toBe(true);
    expect(proof.signatures).toMatchObject([
      { name: 'Kofi Mensah', meaning: 'approve', event: 5, snapshot: 'snapshots/CM-2026-000001-1.json', faults: [] },
    ]);
    expect(proof.signatures[0]?.what).toEqual([{ part: 'facts', label: 'Is it a security update?', words: 'yes' }]);
    expect(proof.files.find(({ path }) => path.startsWith('letters/'))?.events).toEqual([3]);
  });

  it('is given away by any single byte that is another one, wherever it stands [ASVS 4.1.5]', async () => {
    const good = goodBundle();
    const missed: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      const bytes = Uint8Array.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const proof = await verifyBundle(bytes, nodeTools);
      if (proof.ok || proof.findings.some(({ place, words }) => !place || !words)) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it('by a byte too many or too few', async () => {
    const good = goodBundle();
    for (const bytes of [good.subarray(1), good.subarray(0, -1), Uint8Array.from([...good, 0]), new Uint8Array()]) {
      expect((await verifyBundle(bytes, nodeTools)).ok).toBe(false);
    }
  });

  /** Somebody with the key makes a pack of files that do not fit each other: the signature holds, the contents do not. */
  it.each<[string, (files: Record<string, string>) => void, string]>([
    ['an event dropped', (f) => drop(f, 'trail.ndjson', 2), 'signature'],
    ['an event altered', (f) => replace(f, 'trail.ndjson', 'March', 'April'), 'event 2'],
    ['two events swapped', (f) => swap(f, 'trail.ndjson'), 'event 2'],
    ['a link dropped', (f) => drop(f, 'chain.ndjson', 1), 'chain.ndjson'],
    ['the end cut off', (f) => drop(f, 'chain.ndjson', 4), 'chain.ndjson'],
    ['a snapshot altered', (f) => replace(f, 'snapshots/CM-2026-000001-1.json', '"yes"', '"no"'), 'signature'],
    ['a snapshot dropped', (f) => delete f['snapshots/CM-2026-000001-1.json'], 'signature'],
    ['a signature altered', (f) => replace(f, 'signatures.json', 'Kofi', 'Kofe'), 'signature'],
    ['a signature dropped', (f) => set(f, 'signatures.json', '[]'), 'event 5'],
    ['all signatures dropped', (f) => delete f['signatures.json'], 'event 5'],
    ['a signature twice', (f) => set(f, 'signatures.json', twice(f['signatures.json'])), 'signatures.json'],
    ['a fall invented', (f) => replace(f, 'signatures.json', '"voidedAt":null', '"voidedAt":"2026"'), 'signature'],
    ['a letter altered', (f) => replace(f, 'letters/CM-2026-000001-L01.pdf', 'a letter', 'A letter'), 'letters/'],
    ['a letter added', (f) => set(f, 'letters/other.pdf', '%PDF'), 'letters/other.pdf'],
    ['a checkpoint altered', (f) => replace(f, 'checkpoints.ndjson', '09:14', '09:15'), 'checkpoint'],
  ])('by %s, though all is signed anew', async (_, tamper, place) => {
    const files = bundleFiles();
    tamper(files);
    const proof = await verifyBundle(packed(files), nodeTools);
    expect(proof.ok).toBe(false);
    expect(proof.findings.map((one) => one.place).join(' ')).toContain(place);
  });

  it('by another key or another head than those that were noted', async () => {
    const other = await verifyBundle(goodBundle(), nodeTools, { key: Buffer.alloc(32, 7).toString('base64') });
    expect(other.findings[0]?.words).toContain('another key');
    const cut = await verifyBundle(goodBundle(), nodeTools, { head: 'f'.repeat(64) });
    expect(cut.findings[0]?.words).toContain('is not in it');
  });

  it('and an old browser that knows no Ed25519 says so', async () => {
    const old: ProofTools = { ...nodeTools, signed: async () => null };
    const proof = await verifyBundle(goodBundle(), old);
    expect(proof.ok).toBe(true);
    expect(proof.checks.filter(({ state }) => state === 'not_checked')).toHaveLength(3);
  });
});

const replace = (files: Record<string, string>, path: string, was: string, is: string) =>
  set(files, path, (files[path] ?? '').replaceAll(was, is));
const set = (files: Record<string, string>, path: string, content: string) => {
  files[path] = content;
};
const drop = (files: Record<string, string>, path: string, index: number) =>
  set(files, path, (files[path] ?? '').split('\n').toSpliced(index, 1).join('\n'));
const swap = (files: Record<string, string>, path: string) => {
  const [one = '', other = '', ...more] = (files[path] ?? '').split('\n');
  set(files, path, [other, one, ...more].join('\n'));
};
const twice = (list = ''): string => {
  const [one] = JSON.parse(list);
  return JSON.stringify([one, one]);
};

describe('a trail, without Changemark', () => {
  it('holds, and is given away by a line dropped, altered or swapped', async () => {
    expect(await verifyTrail(trailText(), nodeTools)).toMatchObject({ ok: true, head: { seq: 5 } });
    const files = { t: trailText() };
    for (const tamper of [
      () => drop(files, 't', 1),
      () => swap(files, 't'),
      () => replace(files, 't', 'Kofi', 'Kofe'),
    ]) {
      files.t = trailText();
      tamper();
      expect((await verifyTrail(files.t, nodeTools)).ok).toBe(false);
    }
  });
});
