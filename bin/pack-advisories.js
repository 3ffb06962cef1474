#!/usr/bin/env node
/**
 * Packs published CSAF documents into the one file that the demonstration loads: `node bin/pack-advisories.js FOLDER`.
 * Nothing in them is changed; the same documents give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [, , folder] = process.argv;
if (!folder) throw new Error('Name the folder that holds the documents.');
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'db', 'seed', 'catalogue', 'csaf.json.gz');
writeFileSync(file, gzipSync(JSON.stringify(documents), { level: 9 }));
console.log(`${documents.length} documents in ${file}`);
