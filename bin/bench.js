#!/usr/bin/env node
/** `npm run bench [name …]`: runs the measurements of bench/, all or the named ones, one after the other. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, root } from './build.js';

process.env.NODE_ENV ??= 'production';

const known = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const [first, ...rest] = process.argv.slice(2);
const named = first && !first.startsWith('-');
// Options after a name are that measurement's own.
const names = named ? [first, ...rest.filter((word) => known.includes(word))] : known;
const options = named ? rest.filter((word) => !known.includes(word)) : [first, ...rest].filter(Boolean);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  process.exit(2);
}

await buildAll();
let failed = false;
for (const name of names) {
  console.log(`\n== ${name}`);
  const file = join(root, 'bench', `${name}.ts`);
  const run = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), file, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
