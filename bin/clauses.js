#!/usr/bin/env node
/** `npm run clauses`: writes docs/clauses.md, clause → feature → test, from the titles of the tests. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './build.js';

const outdir = mkdtempSync(join(tmpdir(), 'changemark-clauses-'));
try {
  const outfile = join(outdir, 'bundle.mjs');
  const entry = join(root, 'app/features/evidence/clause-table.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  const { clauseGaps, clauseReport, taggedTests } = await import(pathToFileURL(outfile).href);
  const files = ['app', 'db', 'documents', 'e2e'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(test|spec)\.tsx?$/.test(file.name))
      .map((file) => {
        const path = join(file.parentPath, file.name);
        return { path: relative(root, path), text: readFileSync(path, 'utf8') };
      }),
  );
  const tests = taggedTests(files);
  writeFileSync(join(root, 'docs/clauses.md'), clauseReport(tests));
  const { untested, unknown } = clauseGaps(tests);
  console.log(`${tests.length} tests carry clauses.`);
  for (const clause of untested) console.log(`  no test and no reason: ${clause}`);
  for (const clause of unknown) console.log(`  not in the table: ${clause}`);
  process.exitCode = untested.length + unknown.length > 0 ? 1 : 0;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
