import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OWN_KINDS } from '../features/letters/letter-choices';
import { run as letter } from './letter';
import { run as report } from './report';

let folder = '';
let out = '';
let err = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'changemark cli '));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};
const patch = {
  dossier: 1,
  id: 'CM-2026-000123',
  as_of: '2026-11-23',
  device: { name: 'Pump ≤ 5 Łódź', manufacturer: 'Dräger' },
  site: { country: 'GB' },
  change: { kind: 'os_patch', actor: 'hospital' },
};

describe.each([
  ['letter', letter],
  ['report', report],
])('changemark %s', (name, run) => {
  it('writes a PDF, says pages and hash, and gives the same bytes again', async () => {
    const dossier = file('dossier.json', patch);
    const first = path.join(folder, 'first one.pdf');
    const second = path.join(folder, 'second.pdf');
    expect(await run([dossier, '-o', first])).toBe(0);
    expect(await run([dossier, '--output', second])).toBe(0);
    const bytes = readFileSync(first);
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(Buffer.compare(bytes, readFileSync(second))).toBe(0);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(out).toMatch(new RegExp(`first one\\.pdf  \\d+ pages  sha256 ${hash}\n`));
    expect(readdirSync(folder).sort()).toEqual(['dossier.json', 'first one.pdf', 'second.pdf']);
  });

  it('refuses a dossier with the error object that names the place', async () => {
    const target = path.join(folder, 'x.pdf');
    expect(await run([file('d.json', { ...patch, facts: { os_change: 'huge' } }), '-o', target])).toBe(1);
    const refusal = JSON.parse(err);
    expect(refusal).toMatchObject({ id: 'CM-2026-000123', error: { issues: [{ path: ['facts', 'os_change'] }] } });
    expect(existsSync(target)).toBe(false);
  });

  it.each([
    ['a list', [patch, patch], /list of 2; print one dossier at a time/],
    ['no JSON', '{"dossier": 1,', /not JSON/],
    ['something else', '"words"', /object/],
  ])('refuses %s', async (_what, content, message) => {
    expect(await run([file('d.json', content), '-o', path.join(folder, 'x.pdf')])).toBe(1);
    expect(JSON.parse(err).error.message).toMatch(message);
  });

  it.each([
    [[], /no dossier is named/],
    [['d.json'], /no output file is named/],
    [['a.json', 'b.json', '-o', 'x.pdf'], /one dossier at a time/],
    [['a.json', '--loud', '-o', 'x.pdf'], /loud/],
  ])('says how it is used for %j', async (args, message) => {
    expect(await run(args)).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain(`Usage: changemark ${name} DOSSIER -o FILE.pdf`);
  });

  it('names a file that cannot be read or written', async () => {
    expect(await run([path.join(folder, 'missing.json'), '-o', path.join(folder, 'x.pdf')])).toBe(1);
    expect(JSON.parse(err).error.message).toContain('missing.json');
    err = '';
    expect(await run([file('d.json', patch), '-o', path.join(folder, 'no', 'such', 'x.pdf')])).toBe(2);
    expect(err).toContain('no/such');
    expect(readdirSync(folder)).toEqual(['d.json']);
  });

  it('explains itself', async () => {
    expect(await run(['--help'])).toBe(0);
    expect(out).toContain('Usage');
  });
});

describe('changemark letter --kind', () => {
  it.each(OWN_KINDS)('prints %s', async (kind) => {
    const target = path.join(folder, 'x.pdf');
    expect(await letter([file('d.json', patch), '-o', target, '--kind', kind])).toBe(0);
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses what it cannot print, and only a letter has kinds', async () => {
    const target = path.join(folder, 'x.pdf');
    expect(await letter([file('d.json', patch), '-o', target, '--kind', 'reminder'])).toBe(2);
    expect(err).toContain('there is no kind “reminder”');
    expect(err).toContain('lifecycle-request');
    expect(await report([file('d.json', patch), '-o', target, '--kind', 'reminder'])).toBe(2);
    expect(existsSync(target)).toBe(false);
  });
});
