/**
 * Dossiers per second for one instrument (EU-MDCG-2020-3-R1), against json-rules-engine running the same chart in the
 * same run; prints a table and writes build/bench/assess.json. What is measured is the code as it ships: bundled like the
 * command line, not as a development loader rewrites it. BENCH_MS sets the length of a round in milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'build', 'bench');
const program = join(folder, 'assess-compare.js');

await build({
  entryPoints: [join(import.meta.dirname, 'assess', 'compare.ts')],
  outfile: program,
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [program, folder], { cwd: root, stdio: 'inherit' }).status ?? 1;
