#!/usr/bin/env node
/**
 * Builds what runs: the command line, the server and the document worker (esbuild), and the pages (Remix on Vite).
 * `node bin/build.js` builds what changed, `--node` only the first three, `--force` everything.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const PROGRAMS = {
  cli: 'app/cli/main.ts',
  'server-main': 'app/server/main.ts',
  'document-worker': 'documents/worker.tsx',
  'file-examiner': 'app/features/files/examine/worker.server.ts',
  'file-reader': 'app/readers/worker.server.ts',
};
/** Programs that are built in parts, with the folder of the parts. */
const CHUNKS = { cli: 'chunks', 'file-reader': 'reader-chunks' };
const SOURCES = ['app', 'db', 'documents', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = [
  'vite.config.ts',
  'vite.aliases.ts',
  'remix.config.js',
  'bin/build.js',
  'bin/build-verifier.js',
  'bin/mended-postgres.js',
];
// Not in any bundle: read while running, or by tests only.
const BESIDE = /(^|\/)(migrations|golden)\/|\.test\.tsx?$/;

/** Files under `path` (relative to the project) that a build could depend on. */
function* sources(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry || BESIDE.test(path) || BESIDE.test(`${path}/`)) return;
  if (entry.isFile()) yield { path, entry };
  else for (const name of readdirSync(join(root, path)).sort()) yield* sources(`${path}/${name}`);
}

/**
 * A digest of everything the build is made from. Names, sizes and times of change stand for the contents, so that it
 * takes milliseconds; a file touched without being changed costs one build, never a stale one.
 */
export function fingerprint() {
  const hash = createHash('sha256').update(`${process.version} ${root}\n`);
  for (const start of [...SOURCES, ...CONFIGS]) {
    for (const { path, entry } of sources(start)) hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampFile = (name) => join(root, 'build', `.${name}.stamp`);

/** Whether `name` ("node" or "web") was built from what is there now. */
export function isFresh(name, print = fingerprint()) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === print;
}

/**
 * Runs one part of the build unless it is fresh. The fingerprint is taken before, so that an edit made while building
 * is seen by the next start; the stamp is removed first, so that a build that was killed does not count.
 */
async function part(name, { force = false } = {}, make) {
  const letGo = await myTurn(name);
  try {
    const print = fingerprint();
    if (!force && isFresh(name, print)) return false;
    rmSync(stampFile(name), { force: true });
    await make();
    mkdirSync(join(root, 'build'), { recursive: true });
    writeFileSync(stampFile(name), print);
    return true;
  } finally {
    letGo();
  }
}

/**
 * Two commands at once (a start and the tests, say) must not write the same files: the second waits, and then finds
 * everything built. The turn is a name that Linux keeps for the living process; elsewhere there is no waiting.
 */
async function myTurn(name) {
  if (process.platform !== 'linux') return () => undefined;
  const { dev, ino } = statSync(root);
  for (;;) {
    const server = createServer();
    const mine = await new Promise((resolve, reject) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen({ path: `\0changemark-build:${name}:${dev}:${ino}` }, () => resolve(true));
    });
    if (mine) return () => server.close();
    await sleep(100);
  }
}

/** Builds command line, server and document worker. Returns false when they were up to date. */
export function buildNode(options) {
  return part('node', options, async () => {
    const { build } = await import('esbuild');
    const { mendedForEsbuild } = await import('./mended-postgres.js');
    const { buildVerifier } = await import('./build-verifier.js');
    rmSync(join(root, 'build', 'chunks'), { recursive: true, force: true });
    const programs = Object.entries(PROGRAMS).map(([name, file]) =>
      build({
        entryPoints: { [name]: join(root, file) },
        outdir: join(root, 'build'),
        absWorkingDir: root,
        bundle: true,
        // What a command or a reader does not need stays in a file of its own, and is not loaded. The others are whole: a
        // server that runs while this is built again must find all of itself. Its reading threads do, too: their parts
        // are named after what is in them, and former ones are left where they are.
        splitting: name in CHUNKS,
        chunkNames: `${CHUNKS[name] ?? 'chunks'}/[name]-[hash]`,
        platform: 'node',
        target: 'node20',
        format: 'esm',
        packages: 'external',
        plugins: [mendedForEsbuild],
        jsx: 'automatic',
        sourcemap: 'linked',
        logLevel: 'warning',
      }),
    );
    await Promise.all([...programs, buildVerifier(root)]);
  });
}

/** Builds the pages into build/client and build/server. Returns false when they were up to date. */
export function buildWeb(options) {
  return part('web', options, () => {
    for (const folder of ['client', 'server']) rmSync(join(root, 'build', folder), { recursive: true, force: true });
    return run(['vite:build', '--logLevel', 'error'], '@remix-run/dev/dist/cli.js');
  });
}

function run(args, program) {
  const file = join(root, 'node_modules', program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    // Not ours to inherit: a development or test setting would end up in the bundle.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else {
        // Vite's error object lists every file it watches; what matters stands before that.
        const [words] = Buffer.concat(said)
          .toString()
          .split(/^\s*watchFiles:/m);
        reject(new Error(`Building the pages failed (exit ${code}):\n${words.trim()}`));
      }
    });
  });
}

/** Builds whatever is not up to date; says so and how long it took. */
export async function buildAll({ force = false, say = console.log } = {}) {
  const print = fingerprint();
  if (!force && isFresh('node', print) && isFresh('web', print)) return false;
  const began = performance.now();
  say('Building …');
  await Promise.all([buildNode({ force }), buildWeb({ force })]);
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return true;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const force = process.argv.includes('--force');
  try {
    if (process.argv.includes('--node')) await buildNode({ force });
    else if (!(await buildAll({ force }))) console.log('The build is up to date.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
