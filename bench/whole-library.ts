/**
 * Full assessments per second of processor time on one core: every instrument that applies, chosen from device, place,
 * actor and kind of change, with trace, questions and reasons; against walking all instruments of the library unchosen,
 * and against the same with JSON read and written. Prints a table and writes build/bench/whole-library.json.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'build', 'bench');
const program = join(folder, 'whole-library-measure.js');

await build({
  entryPoints: [join(import.meta.dirname, 'whole-library', 'measure.ts')],
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
