/**
 * What `changemark report` and `changemark letter` share: read one dossier, assess it, print one PDF. No database, no
 * network. Two runs on the same dossier write the same bytes: the only date is the dossier's own day, or today's.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DocumentKind, DocumentModels } from '../../documents/catalogue.server';
import { DocumentTooLong } from '../../documents/refusals';
import { assess } from '../regulation/assess';
import { type Dossier, parseDossier } from '../regulation/dossier';
import type { AssessmentResult, Refusal } from '../regulation/result';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

interface DocumentCommand<K extends DocumentKind> {
  name: string;
  what: string;
  /** What is printed where no kind is named. */
  kind: K;
  /** Other kinds that `--kind` may name; absent: the command prints one kind. */
  kinds?: readonly K[];
  model: (dossier: Dossier, result: AssessmentResult, kind: K) => DocumentModels[K];
}

const usage = ({ name, what, kind, kinds }: Pick<DocumentCommand<DocumentKind>, 'name' | 'what' | 'kind' | 'kinds'>) =>
  `Usage: changemark ${name} DOSSIER -o FILE.pdf${kinds ? ' [--kind KIND]' : ''}\n\nWrites ${what} as PDF/A.\n  DOSSIER   a file with one dossier (JSON), or - for standard input\n  -o FILE   where to write\n${
    kinds
      ? `  --kind    ${kind} (the default)\n${kinds
          .filter((one) => one !== kind)
          .map((one) => `            ${one}\n`)
          .join('')}`
      : ''
  }`;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

interface Wish {
  dossier: string;
  out: string;
  kind?: string;
}

function readArgs(args: string[]): Wish | { problem: string } | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        kind: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [dossier, ...more] = positionals;
    if (!dossier) return { problem: 'no dossier is named' };
    if (more.length > 0) return { problem: `one dossier at a time; also named: ${more.join(', ')}` };
    if (!values.output) return { problem: 'no output file is named (-o FILE.pdf)' };
    return { dossier, out: values.output, ...(values.kind === undefined ? {} : { kind: values.kind }) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function readText(from: string): Promise<string> {
  if (from !== '-') return await readFile(from, 'utf8');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Prints the line that `assess --json` prints for a refused dossier. */
function refuse({ id, error }: Refusal, { dossier: file }: Wish): typeof REFUSED {
  say(JSON.stringify({ id: id ?? null, error, file }));
  return REFUSED;
}

const refusal = (message: string): Refusal => ({ error: { message, issues: [{ path: [], message }] } });

function readDossier(text: string): { ok: true; dossier: Dossier } | { ok: false; refusal: Refusal } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ok: false, refusal: refusal(`not JSON: ${error instanceof Error ? error.message : String(error)}`) };
  }
  if (Array.isArray(json)) {
    return { ok: false, refusal: refusal(`the file holds a list of ${json.length}; print one dossier at a time`) };
  }
  return parseDossier(json);
}

/** Writes beside the target and renames, so that a reader never sees half a file. */
async function writeWhole(out: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${out}.${process.pid}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The system's own message for a file that cannot be read or written; anything else is a defect and is thrown on. */
function fileProblem(error: unknown): string {
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}

/**
 * Runs one of the two commands.
 * @returns 0 written, 1 the dossier was refused (the error object of `assess` is on standard error), 2 wrong usage
 */
export async function runDocumentCommand<K extends DocumentKind>(
  command: DocumentCommand<K>,
  args: string[],
): Promise<number> {
  const wish = readArgs(args);
  if (wish === 'help') {
    process.stdout.write(usage(command));
    return DONE;
  }
  const wrong = (problem: string): typeof WRONG_USAGE => {
    say(`changemark ${command.name}: ${problem}\n\n${usage(command)}`);
    return WRONG_USAGE;
  };
  if ('problem' in wish) return wrong(wish.problem);
  const kind = wish.kind === undefined ? command.kind : command.kinds?.find((one) => one === wish.kind);
  if (!kind) return wrong(`there is no kind “${wish.kind}” to print`);
  let text: string;
  try {
    text = await readText(wish.dossier);
  } catch (error) {
    return refuse(refusal(`the file cannot be read: ${fileProblem(error)}`), wish);
  }
  const read = readDossier(text);
  if (!read.ok) return refuse(read.refusal, wish);
  const result = assess(read.dossier);
  const { render } = await import('../../documents/render');
  try {
    const issuedAt = new Date(`${result.as_of}T00:00:00Z`);
    const printed = await render(kind, command.model(read.dossier, result, kind), issuedAt);
    await writeWhole(wish.out, printed.bytes);
    process.stdout.write(
      `${wish.out}  ${printed.pages} ${printed.pages === 1 ? 'page' : 'pages'}  sha256 ${printed.sha256}\n`,
    );
    return DONE;
  } catch (error) {
    if (error instanceof DocumentTooLong) {
      return refuse({ ...(read.dossier.id !== undefined && { id: read.dossier.id }), ...refusal(error.message) }, wish);
    }
    say(`changemark ${command.name}: ${fileProblem(error)}`);
    return WRONG_USAGE;
  }
}
