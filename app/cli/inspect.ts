/**
 * `changemark inspect`: says what is in files from outside, by the readers that importing uses. Needs no database and no
 * network. Each file stands for itself: one that is refused is reported in its place, and the others are read.
 */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { headOf } from '../readers/head';
import { readInWorker, stopReading } from '../readers/read-in-worker.server';
import type { FileHead } from '../readers/records';
import { readableFile } from './inspect-readable';
import { Output } from './output';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

export const USAGE = `Usage: changemark inspect FILE...             what is in each file, readable
       changemark inspect --json FILE...      one object per file, one per line (NDJSON)

Read are CSAF 2.0 advisories and VEX, OpenVEX, CycloneDX, SPDX, the KEV catalogue, EPSS scores, end-of-support data,
FHIR Device, UDI carriers (a text file, one a line), inventories as CSV and XLSX, and MDS2 workbooks.

Exit status: 0 every file is valid, 1 at least one is not or cannot be read (its errors say why), 2 wrong usage.
`;

/** Runs the command. @returns the exit status */
export async function run(args: string[]): Promise<number> {
  const wish = readArgs(args);
  if (wish === 'help') {
    process.stdout.write(USAGE);
    return DONE;
  }
  if ('problem' in wish) {
    process.stderr.write(`changemark inspect: ${wish.problem}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  const output = new Output();
  let status = DONE;
  for (const path of wish.files) {
    const head = await inspect(path);
    if (!head.valid) status = REFUSED;
    const printed = printedOf(path, head);
    await output.write(wish.json ? `${JSON.stringify(printed)}\n` : readableFile(printed));
    await output.flush();
  }
  stopReading();
  return status;
}

/** What `inspect` prints of a file, with the keys in their order. */
export const printedOf = (path: string, { format, valid, errors, warnings, facts }: FileHead) => ({
  file: basename(path),
  format,
  valid,
  errors,
  warnings,
  ...facts,
});

async function inspect(path: string): Promise<FileHead> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  try {
    return await readInWorker({ path, name: basename(path), size });
  } catch (error) {
    // A defect of ours: the other files are still read.
    process.stderr.write(`changemark inspect: ${error instanceof Error ? error.message : String(error)}\n`);
    const message = 'The file could not be read: this program failed on it.';
    return headOf(null, 'not read', { errors: [{ place: '', rule: 'reader', message }] });
  }
}

function readArgs(args: string[]): { json: boolean; files: string[] } | { problem: string } | 'help' {
  try {
    const { values, positionals: files } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    if (files.length === 0) return { problem: 'no file is named' };
    return { json: values.json ?? false, files };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
