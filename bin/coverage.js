#!/usr/bin/env node
/**
 * `npm run coverage`: writes docs/coverage.md, what became of every row of the source books of the rule library.
 * `npm run coverage -- <folder>` first reads the list of rows anew from the books in that folder.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './build.js';

const folder = join(root, 'app/regulation/coverage');
const books = process.argv[2];

/** Bundles a module of the library and loads it. */
async function load(file) {
  const outdir = mkdtempSync(join(tmpdir(), 'changemark-coverage-'));
  try {
    const outfile = join(outdir, 'bundle.mjs');
    await build({
      entryPoints: [join(folder, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** As the formatter of the project leaves it: a list stands on one line while it fits. */
function inventoryText(list) {
  const text = JSON.stringify(list, null, 2);
  return `${text.replace(/"rows": \[[^\]]*\]/g, (rows) => {
    const line = rows.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']');
    return line.length + '      '.length <= 120 ? line : rows;
  })}\n`;
}

const { BOOKS } = await load('books/index.ts');
if (books) {
  const { rowsOf } = await load('parse-book.ts');
  const list = {};
  for (const { book } of BOOKS) {
    const file = resolve(books, `${book}.md`);
    if (!existsSync(file)) {
      console.error(`There is no book ${file}.`);
      process.exit(2);
    }
    list[book] = rowsOf(readFileSync(file, 'utf8'));
  }
  writeFileSync(join(folder, 'inventory.json'), inventoryText(list));
}
const { coverage, gaps, report } = await load('report.ts');
const rows = coverage();
writeFileSync(join(root, 'docs/coverage.md'), report(rows));
const open = gaps(rows);
console.log(`${rows.length} rows, ${open.length} without an implementation or a reason.`);
for (const { book, section, id } of open) console.log(`  ${book} ${section} ${id}`);
process.exitCode = open.length > 0 ? 1 : 0;
