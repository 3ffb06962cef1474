/**
 * A fleet: 100,000 units of 32 models under 12 options, equal fact sets judged once, against judging a sample unit by
 * unit; prints a table and writes build/bench/fleet.json. Measured is the code as it ships: bundled like the command
 * line. FLEET_UNITS sets the size, FLEET_SEED the fleet.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'build', 'bench');
const program = join(folder, 'fleet-measure.js');

await build({
  entryPoints: [join(import.meta.dirname, 'fleet', 'measure.ts')],
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
