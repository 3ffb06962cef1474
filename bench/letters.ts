/**
 * Milliseconds per document: cold (a whole `changemark letter` command), warm in one thread, and through the worker
 * threads as pages use them. Prints a table and writes build/bench/letters.json. CPU time stands beside wall time,
 * because wall time also measures whatever else the machine does. BENCH_ROUNDS sets how many are rendered (default 60).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterFromAssessment } from '../app/features/letters/letter-from-assessment';
import { assess } from '../app/regulation/assess';
import { type Dossier, parseDossier } from '../app/regulation/dossier';
import { catalogue, type DocumentKind, type DocumentModels } from '../documents/catalogue.server';
import { render } from '../documents/render';
import { renderDocument, stopRendering } from '../documents/render.server';

const root = join(import.meta.dirname, '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const issuedAt = new Date('2026-11-23T00:00:00Z');

interface Line {
  what: string;
  count: number;
  medianMs: number;
  p95Ms: number;
  /** Processor time per document, all threads of this process; null where another process did the work. */
  cpuMs: number | null;
}

const example: unknown = {
  dossier: 1,
  id: 'CM-2026-000123',
  as_of: '2026-11-23',
  device: {
    name: 'Telemetry receiver',
    manufacturer: 'Halden Monitoring',
    model: 'TR-96',
    software: { version: '4.2.0', os: { product: 'windows', release: '7' } },
    certifications: [{ market: 'GB', basis: 'mdd', class: 'IIb' }],
  },
  site: { country: 'GB', nation: 'england' },
  change: { kind: 'os_patch', title: 'Install the March roll-up', actor: 'hospital' },
  vulnerabilities: [{ cve: 'CVE-2017-0144' }],
  facts: { is_medical_device: true },
};

function exampleDossier(): Dossier {
  const parsed = parseDossier(example);
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const rounded = (ms: number) => Math.round(ms * 10) / 10;

async function measure(what: string, count: number, one: () => Promise<unknown> | unknown): Promise<Line> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < count; round += 1) {
    const began = performance.now();
    await one();
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const cpuMs = rounded((user + system) / 1000 / count);
  return { what, count, medianMs: rounded(at(times, 0.5)), p95Ms: rounded(at(times, 0.95)), cpuMs };
}

/** The whole command: start of Node, assessment, fonts, letter, file. */
async function cold(folder: string): Promise<Line> {
  const dossier = join(folder, 'dossier.json');
  writeFileSync(dossier, JSON.stringify(example));
  const command = [join(root, 'bin', 'changemark.js'), 'letter', dossier, '-o', join(folder, 'letter.pdf')];
  const run = () => {
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  run();
  return { ...(await measure('letter, whole command from a cold start', 5, run)), cpuMs: null };
}

/** Fifty asked for at once; the time until the last one is there, shared out. */
async function atOnce<K extends DocumentKind>(kind: K, model: DocumentModels[K]): Promise<Line> {
  const count = 50;
  const before = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: count }, () => renderDocument(kind, model, issuedAt)));
  const each = rounded((performance.now() - began) / count);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = rounded((user + system) / 1000 / count);
  return { what: 'letter, 50 at once through the workers', count, medianMs: each, p95Ms: each, cpuMs };
}

const dossier = exampleDossier();
const letter = letterFromAssessment({ dossier, result: assess(dossier) });
const report = catalogue['assessment-report'].samples.ordinary?.model;
if (!report) throw new Error('The ordinary sample of the report is missing');
const folder = mkdtempSync(join(tmpdir(), 'changemark-bench-'));
try {
  const lines: Line[] = [
    await cold(folder),
    await measure('letter, first in a thread', 1, () => render('supplier-request-letter', letter, issuedAt)),
  ];
  for (let warm = 0; warm < 10; warm += 1) await render('supplier-request-letter', letter, issuedAt);
  lines.push(
    await measure('letter, warm, in this thread', rounds, () => render('supplier-request-letter', letter, issuedAt)),
    await measure('report, warm, in this thread', rounds, () => render('assessment-report', report, issuedAt)),
    await measure('letter, first through a worker', 1, () =>
      renderDocument('supplier-request-letter', letter, issuedAt),
    ),
  );
  for (let warm = 0; warm < 10; warm += 1) await renderDocument('supplier-request-letter', letter, issuedAt);
  lines.push(
    await measure('letter, warm, through a worker', rounds, () =>
      renderDocument('supplier-request-letter', letter, issuedAt),
    ),
    await atOnce('supplier-request-letter', letter),
  );
  console.table(lines);
  const pages = (await render('supplier-request-letter', letter, issuedAt)).pages;
  mkdirSync(join(root, 'build', 'bench'), { recursive: true });
  writeFileSync(
    join(root, 'build', 'bench', 'letters.json'),
    `${JSON.stringify({ node: process.version, cores: availableParallelism(), pages, lines }, null, 2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
  await stopRendering();
}
