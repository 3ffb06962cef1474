import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../regulation/assess';
import { chartOf, EDITIONS } from '../regulation/charts';
import { parseDossier } from '../regulation/dossier';

const program = fileURLToPath(new URL('../../bin/changemark.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'changemark-rerun-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INSTRUMENT = 'EU-MDCG-2020-3-R1';
const earlier = EDITIONS.find((one) => one.instrument === INSTRUMENT && one !== chartOf(INSTRUMENT));
const EARLIER = `${INSTRUMENT}@${earlier?.inForce.from}`;

function changemark(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'rerun', ...args], { input });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

/** One line as the page exports it. */
function past(kind: string, id = kind): string {
  const device = { name: 'Infusion pump', certifications: [{ market: 'EU', basis: 'mdd', class: 'IIb' }] };
  const parsed = parseDossier({ dossier: 1, id, as_of: '2026-11-23', device, change: { kind, actor: 'manufacturer' } });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return JSON.stringify({ dossier: parsed.dossier, result: assess(parsed.dossier) });
}

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

describe('changemark rerun', () => {
  it('says that nothing flips under the same editions', () => {
    const { status, out } = changemark([file('same.ndjson', past('os_patch'), past('av_install'))]);
    expect([status, out]).toEqual([0, '2 judged again, 0 with another outcome.\n']);
  });

  it('prints what flips under another edition, before, now and why', () => {
    const { status, out } = changemark(['--edition', EARLIER, file('other.ndjson', past('av_signature_update'))]);
    expect(status).toBe(0);
    expect(out).toContain(`av_signature_update   as of 2026-11-23\n  ${INSTRUMENT}\n    before: `);
    expect(out).toContain(`why:    ${earlier?.edition} instead of ${chartOf(INSTRUMENT)?.edition}.`);
    expect(out).toMatch(/1 judged again, 1 with another outcome\.\n$/);
  });

  it('gives one line each with --json, and reads standard input', () => {
    const { status, out } = changemark(['--json', '--as-of', '2021-02-03', '-'], past('av_signature_update', 'CM-7'));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'CM-7',
      as_of: '2021-02-03',
      flips: [{ instrument: INSTRUMENT, after: { edition: earlier?.edition } }],
    });
  });

  it('judges the others when a line is refused, and says so with status 1', () => {
    const path = file('mixed.ndjson', '{', past('os_patch'), '{"dossier":{},"result":{}}', '7', '', 'null');
    const { status, out } = changemark(['--json', path, join(folder, 'missing')]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(lines.map(({ id, line }) => [id, line])).toEqual([
      [null, 1],
      ['os_patch', undefined],
      [null, 3],
      [null, 4],
      [null, 6],
      [null, 0],
    ]);
    expect(lines[5]?.error).toMatch(/ENOENT/);
    expect(changemark([path])).toMatchObject({ status: 1, out: expect.stringContaining('1 judged again') });
  });

  it.each([
    [[], /no file/],
    [['--as-of', '2026-02-30', 'x'], /--as-of takes a day/],
    [['--edition', 'NOTHING@2020-01-01', 'x'], /no instrument "NOTHING"/],
    [['--edition', INSTRUMENT, 'x'], new RegExp(`there is ${INSTRUMENT}@`)],
    [['--edition', EARLIER, '--edition', EARLIER, 'x'], /twice/],
    [['--banana', 'x'], /banana/],
  ])('wrong usage %j has status 2 and says why', (args, why) => {
    const { status, out, err } = changemark(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(why);
    expect(err).toContain('Usage: changemark rerun');
  });

  it('keeps a terminal from obeying what stands in a dossier', () => {
    const { out } = changemark(['--edition', EARLIER, '-'], past('av_signature_update', '\u001b[31mred\u202e'));
    expect(out).toContain('�[31mred�');
  });
});
