import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../regulation/assess';
import type { AssessmentResult } from '../regulation/result';
import { readable } from './readable';

const program = fileURLToPath(new URL('../../bin/changemark.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'changemark-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Ended {
  status: number | null;
  out: string;
  err: string;
  lines: (AssessmentResult & { error?: { message: string; issues: { path: unknown[] }[] }; line?: number })[];
}

function changemark(args: string[], input?: string | ((stdin: NodeJS.WritableStream) => void)): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    const [out, err]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk) => out?.push(chunk));
    child.stderr.on('data', (chunk) => err?.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const text = Buffer.concat(out ?? []).toString();
      const lines = text.startsWith('{')
        ? text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [];
      resolve({ status, out: text, err: Buffer.concat(err ?? []).toString(), lines });
    });
    if (typeof input === 'function') input(child.stdin);
    else child.stdin.end(input ?? '');
  });
}

const good = {
  dossier: 1,
  id: 'CM-1',
  as_of: '2026-11-23',
  instruments: ['EU-MDCG-2020-3-R1'],
  facts: { os_change: 'different_family', change_domains: ['software'] },
};
const bad = { dossier: 1, id: 'CM-2', facts: { os_change: 'banana' } };

describe('changemark assess', () => {
  it('prints a report for people', async () => {
    const { status, out } = await changemark(['assess', file('one.json', good)]);
    expect(status).toBe(0);
    expect(out).toContain('CM-1   as of 2026-11-23, rule library 2026.11.2');
    expect(out).toContain('EU-MDCG-2020-3-R1');
    expect(out).toContain('significant (recertify)');
  });

  it('prints one result per line, the same as the pure function gives', async () => {
    const { status, out } = await changemark(['assess', '--json', file('list.json', [good, { ...good, id: 'CM-3' }])]);
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe(JSON.stringify(assess(good as Parameters<typeof assess>[0])));
    expect(out.trim().split('\n')).toHaveLength(2);
  });

  it('assesses the others when one is refused, and says so with status 1', async () => {
    const { status, lines } = await changemark(['assess', '--json', file('mixed.json', [bad, good, 7])]);
    expect(status).toBe(1);
    expect(lines.map((line) => [line.id, line.error?.issues[0]?.path])).toEqual([
      ['CM-2', ['facts', 'os_change']],
      ['CM-1', undefined],
      [null, []],
    ]);
    expect(lines[0]?.error?.message).toContain('os_change cannot be "banana"');
  });

  it('names a file that is no JSON or cannot be read, and goes on', async () => {
    const missing = join(folder, 'missing.json');
    const { status, lines } = await changemark([
      'assess',
      '--json',
      missing,
      file('no.json', '{'),
      file('yes.json', good),
    ]);
    expect(status).toBe(1);
    expect(lines[0]?.error?.message).toMatch(/cannot be read: ENOENT/);
    expect(lines[0]).toMatchObject({ id: null, file: missing });
    expect(lines[1]?.error?.message).toMatch(/^not JSON/);
    expect(lines[2]?.id).toBe('CM-1');
    const words = await changemark(['assess', missing]);
    expect(words).toMatchObject({ status: 1, out: expect.stringContaining('REFUSED') });
  });

  it.each([[[]], [['--json']], [['--banana', 'x']], [['--json', '--ndjson', '-']], [['--ndjson', '-', '-']]])(
    'wrong usage %j has status 2 and says how to use it',
    async (args) => {
      const { status, out, err } = await changemark(['assess', ...args]);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain('Usage: changemark assess');
    },
  );

  it('reads standard input as a file named -, and tolerates a byte order mark', async () => {
    const { status, lines } = await changemark(['assess', '--json', '-'], `\ufeff${JSON.stringify(good)}`);
    expect([status, lines[0]?.id]).toEqual([0, 'CM-1']);
  });

  it('answers a stream line by line, refusing a broken one by its number', async () => {
    const stream = `\ufeff${JSON.stringify(good)}\r\n\n{"dossier":\n${JSON.stringify(bad)}\n${JSON.stringify({ ...good, id: 'last' })}`;
    const { status, lines } = await changemark(['assess', '--ndjson', '-'], stream);
    expect(status).toBe(1);
    expect(lines.map((line) => [line.id, line.line])).toEqual([
      ['CM-1', undefined],
      [null, 3],
      ['CM-2', 4],
      ['last', undefined],
    ]);
    expect(lines[1]?.error?.message).toMatch(/^line 3: not JSON/);
  });

  it('answers while the stream is still open', async () => {
    const child = spawn(process.execPath, [program, 'assess', '--ndjson', '-']);
    const answered = new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
    child.stdin.write(`${JSON.stringify(good)}\n`);
    expect(JSON.parse(await answered)).toMatchObject({ id: 'CM-1' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('loses nothing of a long stream, and ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ ...good, id: `CM-${at}` })).join('\n');
    const { status, lines } = await changemark(['assess', '--ndjson', '-'], many);
    expect([status, lines.length, lines.at(-1)?.id]).toEqual([0, 3000, 'CM-2999']);

    const child = spawn(process.execPath, [program, 'assess', '--ndjson', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.on('data', (chunk) => errors.push(String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => undefined);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end(many);
    expect(await ended).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('changemark', () => {
  it('knows its commands', async () => {
    expect(await changemark(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('assess') });
    expect((await changemark(['--version'])).out).toMatch(/^changemark \d+\.\d+\.\d+\n$/);
    expect(await changemark([])).toMatchObject({ status: 2, out: '' });
    expect(await changemark(['constructor'])).toMatchObject({ status: 2, err: expect.stringContaining('no command') });
  });
});

describe('the report for people', () => {
  it('keeps a terminal from obeying what stands in a dossier', () => {
    const text = readable(assess({ dossier: 1, id: '\u001b[31mred\u0007\u202e', as_of: '2026-11-23' }));
    expect(text).toContain('�[31mred��');
    expect(text).not.toContain('\u001b');
  });

  it('says which fact an older name stands for', () => {
    const text = readable(assess({ dossier: 1, as_of: '2026-11-23', facts: { security_update: true } }));
    expect(text).toContain('security_update (an older name; the fact is called solely_strengthens_cybersecurity)');
  });
});
