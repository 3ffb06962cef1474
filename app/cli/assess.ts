/**
 * `changemark assess`: dossiers in, assessments out. Needs no database and no network. Each dossier stands for itself:
 * one that is refused is reported in its place and the others are assessed all the same.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { assess } from '../regulation/assess';
import { parseDossier } from '../regulation/dossier';
import type { AssessmentResult, Refusal } from '../regulation/result';
import { LINE_LIMIT, type Line, linesOf } from './lines';
import { Output } from './output';
import { readable, readableRefusal } from './readable';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

export const USAGE = `Usage: changemark assess FILE...              a readable report; a file holds one dossier or a list of them
       changemark assess --json FILE...       one result per dossier, one per line (NDJSON)
       changemark assess --ndjson -           dossiers as lines on standard input, results as lines on standard output

FILE may be - for standard input. --ndjson also takes one FILE instead of -.

Exit status: 0 every dossier was assessed, 1 at least one was refused (its line says where and why), 2 wrong usage.
`;

/** Where a dossier came from: the file, or the line of a stream. */
interface Place {
  file?: string;
  line?: number;
}

type Refused = Refusal & Place;

type Outcome = { ok: true; result: AssessmentResult } | { ok: false; refused: Refused };

interface Wish {
  form: 'readable' | 'json' | 'ndjson';
  files: string[];
}

/** Runs the command. @returns the exit status */
export async function run(args: string[]): Promise<number> {
  const wish = readArgs(args);
  if (wish === 'help') {
    process.stdout.write(USAGE);
    return DONE;
  }
  if ('problem' in wish) {
    process.stderr.write(`changemark assess: ${wish.problem}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  const output = new Output();
  let refused = false;
  const batches = wish.form === 'ndjson' ? stream(wish.files[0] ?? '-') : inFiles(wish.files);
  for await (const batch of batches) {
    for (const outcome of batch) {
      refused ||= !outcome.ok;
      await output.write(wish.form === 'readable' ? inWords(outcome) : `${JSON.stringify(lineOf(outcome))}\n`);
    }
    await output.flush();
  }
  return refused ? REFUSED : DONE;
}

function readArgs(args: string[]): Wish | { problem: string } | 'help' {
  try {
    const { values, positionals: files } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ndjson: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    if (values.json && values.ndjson) return { problem: '--json and --ndjson exclude each other' };
    if (files.length === 0) return { problem: 'no file is named' };
    if (values.ndjson && files.length > 1) return { problem: '--ndjson reads one stream' };
    return { form: values.json ? 'json' : values.ndjson ? 'ndjson' : 'readable', files };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** What one file, or one block of a stream, holds. Judged one by one, as the results are taken. */
type Batch = Iterable<Outcome>;

async function* inFiles(files: readonly string[]): AsyncGenerator<Batch> {
  for (const file of files) {
    let text: string;
    try {
      text = file === '-' ? await standardInput() : await readFile(file, 'utf8');
    } catch (error) {
      yield [refuse({ file }, `the file cannot be read: ${fileProblem(error)}`)];
      continue;
    }
    const json = readJson(text);
    if (json.ok) yield judgeAll([json.value].flat(), { file });
    else yield [refuse({ file }, json.problem)];
  }
}

function* judgeAll(dossiers: readonly unknown[], where: Place): Generator<Outcome> {
  for (const dossier of dossiers) yield judge(dossier, where);
}

/** One dossier per line; an empty line is none. Only the block of input at hand is held. */
async function* stream(file: string): AsyncGenerator<Batch> {
  try {
    for await (const lines of linesOf(file === '-' ? process.stdin : createReadStream(file))) yield judgeLines(lines);
  } catch (error) {
    yield [refuse({ file }, `the file cannot be read: ${fileProblem(error)}`)];
  }
}

function* judgeLines(lines: readonly Line[]): Generator<Outcome> {
  for (const { number: line, text, cut } of lines) {
    if (text.trim() === '') continue;
    const json = readJson(text);
    if (cut) yield refuse({ line }, `line ${line} is longer than ${LINE_LIMIT} characters`);
    else if (json.ok) yield judge(json.value, { line });
    else yield refuse({ line }, `line ${line}: ${json.problem}`);
  }
}

function judge(json: unknown, where: Place): Outcome {
  const parsed = parseDossier(json);
  if (!parsed.ok) return { ok: false, refused: { ...parsed.refusal, ...where } };
  return { ok: true, result: assess(parsed.dossier) };
}

function refuse(where: Place, message: string): Outcome {
  return { ok: false, refused: { ...where, error: { message, issues: [{ path: [], message }] } } };
}

/** The line of a refused dossier: id and error as the contract has them, then where it stood. */
function lineOf(outcome: Outcome): object {
  if (outcome.ok) return outcome.result;
  const { id, error, ...where } = outcome.refused;
  return { id: id ?? null, error, ...where };
}

function inWords(outcome: Outcome): string {
  return outcome.ok ? readable(outcome.result) : readableRefusal(outcome.refused);
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    // Windows programs put a byte order mark before UTF-8.
    return { ok: true, value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch (error) {
    return { ok: false, problem: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** What the system says about a file; anything else is a defect and is thrown on. */
function fileProblem(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return error.message;
  throw error;
}
