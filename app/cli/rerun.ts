/**
 * `changemark rerun`: past assessments in, what would come out otherwise out. Needs no database and no network. Each line
 * stands for itself: one that cannot be read is reported in its place, and the others are judged all the same.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDay } from '../features/keyset';
import { readEditionKey } from '../features/library/chart-editions';
import { parseDossier } from '../regulation/dossier';
import type { ChosenEditions } from '../regulation/library';
import { type Flip, rerun } from '../regulation/rerun';
import type { AssessmentResult } from '../regulation/result';
import { LINE_LIMIT, type Line, linesOf } from './lines';
import { Output } from './output';
import { harmless } from './readable';
import { readableFlips } from './readable-flips';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

export const USAGE = `Usage: changemark rerun [--as-of DATE] [--edition INSTRUMENT@FROM-DATE] [--json] FILE...

A FILE holds past assessments, one {"dossier": ..., "result": ...} a line (NDJSON): the page "What would flip" exports
them. FILE may be - for standard input. Each is judged again, and every instrument that says something else is printed
with the reason.

  --as-of DATE                     judge each on that day (YYYY-MM-DD), with the editions in force then;
                                   without it, each on the day of its own assessment
  --edition INSTRUMENT@FROM-DATE   use the edition of the instrument that is in force from that day; may be repeated
  --json                           one line for each assessment: id, as_of, flips

Exit status: 0 every line was judged, 1 at least one was refused (it says which and why), 2 wrong usage.
`;

interface Wish {
  files: string[];
  json: boolean;
  asOf: string | undefined;
  under: ChosenEditions | undefined;
}

/** What one line came to. */
type Judged =
  | { ok: true; id: string | null; as_of: string; flips: Flip[] }
  | { ok: false; file: string; line: number; problem: string };

/** Runs the command. @returns the exit status */
export async function run(args: string[]): Promise<number> {
  const wish = readArgs(args);
  if (wish === 'help') {
    process.stdout.write(USAGE);
    return DONE;
  }
  if ('problem' in wish) {
    process.stderr.write(`changemark rerun: ${wish.problem}\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  const output = new Output();
  const sums = { judged: 0, flipped: 0, refused: 0 };
  for (const file of wish.files) {
    for await (const judged of judgeFile(file, wish)) {
      if (!judged.ok) sums.refused += 1;
      else {
        sums.judged += 1;
        sums.flipped += judged.flips.length > 0 ? 1 : 0;
      }
      await output.write(inForm(judged, wish.json));
    }
  }
  if (!wish.json) await output.write(ending(sums));
  await output.flush();
  return sums.refused > 0 ? REFUSED : DONE;
}

function readArgs(args: string[]): Wish | { problem: string } | 'help' {
  let parsed: ReturnType<typeof parseWords>;
  try {
    parsed = parseWords(args);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals: files } = parsed;
  if (values.help) return 'help';
  if (files.length === 0) return { problem: 'no file is named' };
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf)) return { problem: `--as-of takes a day as YYYY-MM-DD, not "${asOf}"` };
  const under: Record<string, string> = {};
  for (const text of values.edition ?? []) {
    const read = readEditionKey(text);
    if (!read.ok) return { problem: `--edition: ${read.problem}` };
    const { instrument, edition } = read.chart;
    if (under[instrument] !== undefined) return { problem: `--edition names ${instrument} twice` };
    under[instrument] = edition;
  }
  return { files, json: values.json ?? false, asOf, under: Object.keys(under).length > 0 ? under : undefined };
}

const parseWords = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      edition: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

async function* judgeFile(file: string, wish: Wish): AsyncGenerator<Judged> {
  try {
    for await (const lines of linesOf(file === '-' ? process.stdin : createReadStream(file))) {
      for (const line of lines) if (line.text.trim() !== '') yield judge(line, file, wish);
    }
  } catch (error) {
    // What the system says about a file; anything else is a defect and is thrown on.
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    yield { ok: false, file, line: 0, problem: `the file cannot be read: ${error.message}` };
  }
}

function judge({ number: line, text, cut }: Line, file: string, { asOf, under }: Wish): Judged {
  const refused = (problem: string): Judged => ({ ok: false, file, line, problem });
  if (cut) return refused(`longer than ${LINE_LIMIT} characters`);
  let past: unknown;
  try {
    past = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    return refused(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { dossier, result } = Object(past) as { dossier?: unknown; result?: unknown };
  if (!isResult(result)) return refused('no past assessment: it needs "dossier" and "result"');
  const parsed = parseDossier(dossier);
  if (!parsed.ok) return refused(parsed.refusal.error.message);
  const { result: fresh, flips } = rerun(parsed.dossier, result, under, asOf);
  return { ok: true, id: result.id ?? null, as_of: fresh.as_of, flips };
}

const LISTS = ['findings', 'hints', 'not_applicable'] as const;

/** As far as the comparison looks. */
function isResult(value: unknown): value is AssessmentResult {
  const result = Object(value) as Partial<AssessmentResult>;
  if (typeof result.as_of !== 'string' || !isDay(result.as_of)) return false;
  if (!LISTS.every((name) => Array.isArray(result[name]))) return false;
  return [...(result.findings ?? []), ...(result.hints ?? [])].every(
    (one) =>
      typeof one?.instrument === 'string' &&
      [one.outcomes, one.path, one.trace, one.open].every((list) => Array.isArray(list)),
  );
}

function inForm(judged: Judged, json: boolean): string {
  if (json) {
    const { ok: _, ...rest } = judged;
    return `${JSON.stringify(judged.ok ? rest : { id: null, error: judged.problem, file: judged.file, line: judged.line })}\n`;
  }
  if (judged.ok) return readableFlips(judged);
  return harmless(`REFUSED ${judged.file}${judged.line > 0 ? `, line ${judged.line}` : ''}: ${judged.problem}\n`);
}

const ending = ({ judged, flipped, refused }: { judged: number; flipped: number; refused: number }) =>
  `${judged} judged again, ${flipped} with another outcome${refused > 0 ? `, ${refused} refused` : ''}.\n`;
