#!/usr/bin/env node
/** `npm test`: every check. All stages run even when one fails; the last line counts tests, the exit code decides. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildAll, root } from './build.js';
import { ensureChromium } from './chromium.js';

const reports = mkdtempSync(join(tmpdir(), 'changemark-reports-'));
const unitReport = join(reports, 'unit.json');
const againReport = join(reports, 'again.json');
const unitErrors = join(reports, 'unit-errors.json');
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
  if (readReport(againReport)?.success) return { passed: report.numPassedTests + report.numFailedTests, failed: 0 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** What failed in a Vitest run: the test files, each with the words of its first fault. */
function faultyFiles() {
  const files = new Map();
  for (const { name, status, message, assertionResults } of readReport(unitReport)?.testResults ?? []) {
    if (status !== 'failed') continue;
    const first = assertionResults.find((test) => test.status === 'failed');
    files.set(name, first ? `${first.fullName}: ${first.failureMessages[0]}` : message);
  }
  // What went wrong outside of every test: Vitest's report does not hold it.
  for (const { file, message } of readReport(unitErrors) ?? []) if (!files.has(file)) files.set(file, message);
  return files;
}

/**
 * A browser test that passed on its second try counts as passed, and is named at the end: on a busy machine a page may
 * once take longer than a journey waits, and nobody should have to read a log to see that it did.
 */
function browserCounts() {
  const report = readReport(browserReport);
  if (!report) return { passed: 0, failed: 0 };
  const visit = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(visit)];
  for (const { title, file, tests } of report.suites.flatMap(visit)) {
    for (const test of tests) {
      if (test.status !== 'flaky') continue;
      const said = test.results.find(({ status }) => status !== 'passed')?.error?.message;
      secondTries.push(`${file}, ${title} (${test.projectName}): ${said ?? 'it failed without a word'}`);
    }
  }
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}

const vitest = (args, report) =>
  tool(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', '--reporter=./bin/errors-reporter.js', ...args].concat(
      `--outputFile.json=${report}`,
    ),
    { live: true, env: { UNIT_ERRORS: unitErrors } },
  );

/** Files that may be tried again. More than these is no chance. */
const FEW = 3;

/** The unit tests; a few files with faults run once more by themselves, and what then passes is named at the end. */
async function unitTests() {
  try {
    await vitest([], unitReport);
  } catch (error) {
    const faults = faultyFiles();
    if (interrupted || faults.size === 0 || faults.size > FEW) throw error;
    heading('Once more, by themselves');
    for (const [file, said] of faults) console.log(`${relative(root, file)}: ${said}\n`);
    await vitest([...faults.keys()], againReport);
    for (const [file, said] of faults) secondTries.push(`${relative(root, file)}: ${said}`);
  }
}

const secondTries = [];
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
await stage('Unit and database tests', unitTests, unitCounts);
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
for (const said of secondTries) console.log(`\nneeded a second try: ${said.slice(0, 600)}`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
