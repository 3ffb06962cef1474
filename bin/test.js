#!/usr/bin/env node
/** `npm test`: every check. All stages run even when one fails; the last line counts tests, the exit code decides. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, root } from './build.js';
import { ensureChromium } from './chromium.js';

const reports = mkdtempSync(join(tmpdir(), 'changemark-reports-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const children = new Set();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    for (const child of children) child.kill(signal);
  });
}

/** Runs a tool of node_modules; its output is shown as it comes, or handed back to be shown in one piece. */
function tool(program, args, { env = {}, live = false } = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      const output = Buffer.concat(said).toString().trim();
      if (code === 0) resolve(output);
      else reject(new Error(output || `${program} ended with ${code}`));
    });
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts of a Vitest report. A file that could not even be loaded holds no tests, and is one failure. */
function unitCounts() {
  const report = readReport(unitReport);
  if (!report) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

function browserCounts() {
  const stats = readReport(browserReport)?.stats;
  return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : { passed: 0, failed: 0 };
}

const results = [];

/** Runs one stage under its heading and keeps how it went. A stage that counts tests must have some. */
async function stage(name, run, counts) {
  const began = performance.now();
  let problem;
  let output = '';
  try {
    if (interrupted) throw new Error('interrupted');
    output = (await run()) ?? '';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const { passed, failed } = counts?.() ?? { passed: 0, failed: 0 };
  if (counts && !problem && passed === 0) problem = 'No test ran.';
  const seconds = (performance.now() - began) / 1000;
  results.push({ name, ok: !problem, seconds, passed, failed: problem ? Math.max(1, failed) : failed });
  console.log(`\n== ${name}: ${problem ? 'FAILED' : 'ok'} (${seconds.toFixed(1)} s)`);
  if (problem || output) console.log(problem ?? output);
}

const heading = (name) => console.log(`\n== ${name}`);

async function chromium() {
  process.env.CHROMIUM_PATH = await ensureChromium();
  return process.env.CHROMIUM_PATH;
}

// Two cores: what compiles runs side by side; the two suites, which keep both cores busy, one after the other.
await Promise.all([
  stage('Biome', () => tool('@biomejs/biome/bin/biome', ['check', '--reporter=summary', '.'])).then(() =>
    stage('TypeScript', () => tool('typescript/bin/tsc', ['--noEmit'])),
  ),
  stage('Build', () => buildAll({ say: () => undefined }).then(() => '')),
  stage('Chromium', chromium),
]);
heading('Unit and database tests');
await stage(
  'Unit and database tests',
  () =>
    tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], {
      live: true,
    }),
  unitCounts,
);
heading('Browser tests');
await stage(
  'Browser tests',
  () => tool('@playwright/test/cli.js', ['test'], { live: true, env: { E2E_REPORT: browserReport } }),
  browserCounts,
);
rmSync(reports, { recursive: true, force: true });

console.log('\n== Summary');
for (const { name, ok, seconds, passed } of results) {
  const tests = passed ? `${passed} tests` : '';
  console.log(
    `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${`${seconds.toFixed(1)} s`.padStart(9)}  ${tests}`.trimEnd(),
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
