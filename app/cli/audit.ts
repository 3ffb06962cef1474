/** `changemark audit verify`: walks every organisation's audit chain, or that of an exported file. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { closeDatabase } from '../../db/client.server';
import { FolderInUse } from '../../db/embedded-lock.server';
import { type OpenDatabase, openDatabase } from '../../db/open.server';
import { dataFolder } from '../../db/project-root';
import { type ChainReport, findNoted, organisationsWithChains, verifyChain } from '../audit/verify.server';
import { NotATrail, verifyFile } from '../audit/verify-file.server';

const OK = 0;
const BROKEN = 1;
const CANNOT_CHECK = 2;

export const USAGE = `Usage: changemark audit verify [--json] [--noted HASH] [FILE]

Checks the audit trail: that every event follows the one before it, that none was altered, removed or added.
Without FILE it checks every organisation in the database: DATABASE_URL, or the data folder (CHANGEMARK_DATA,
./data); a running server is not disturbed, a stopped one is opened for the check. With FILE it checks an
exported trail (NDJSON) and needs no database.

  --noted HASH  also look for this head, noted down earlier: gone, the trail was cut off since
  --json        one JSON document instead of lines

Exit code: 0 every chain holds, 1 one is broken (or the noted head is gone), 2 nothing could be checked.
`;

/** Why the check cannot begin, in words for the person at the terminal. */
class CannotCheck extends Error {}

interface Noted {
  hash: string;
  found: { organisation: string; seq: number; at: string } | null;
}

const line = (report: ChainReport): string => {
  const events = `${report.events} ${report.events === 1 ? 'event' : 'events'}`;
  const beside = report.faults.map(faultLine);
  if (report.ok) return `ok      ${report.organisation}: ${events}, head ${report.head}`;
  const chain =
    report.fault === null
      ? `the chain holds (${events}), and what it covers does not`
      : `${report.fault} (${events} before it in order)`;
  return [`BROKEN  ${report.organisation}: ${chain}`, ...beside].join('\n');
};

const faultLine = ({ table, ref, event, words }: ChainReport['faults'][number]): string =>
  `        ${table}, ${ref}${event === null ? '' : ` (event ${event})`}: ${words}`;

const notedLine = ({ hash, found }: Noted): string =>
  found
    ? `ok      noted head ${hash} is event ${found.seq} of ${found.organisation}, ${found.at}`
    : `BROKEN  noted head ${hash} is in no chain: events up to it were changed or cut off`;

/** A server that has just begun holds the folder for a moment before it can say where its socket is. */
async function open(): Promise<OpenDatabase> {
  const cluster = join(dataFolder(), 'postgres');
  const none = !existsSync(cluster) || readdirSync(cluster).length === 0;
  if (!process.env.DATABASE_URL && !process.env.CHANGEMARK_SOCKET && none) {
    throw new CannotCheck(`There is no database in ${dataFolder()}. Set CHANGEMARK_DATA or DATABASE_URL.`);
  }
  for (const deadline = Date.now() + 15_000; ; ) {
    try {
      return await openDatabase({ share: true, log: (message) => console.error(message) });
    } catch (error) {
      if (!(error instanceof FolderInUse) || Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

async function inDatabase(hash: string | undefined, say: (report: ChainReport) => void) {
  const database = await open();
  try {
    const reports: ChainReport[] = [];
    let found: Noted['found'] = null;
    for (const { id, name } of await organisationsWithChains()) {
      const report = await verifyChain(id, name);
      reports.push(report);
      say(report);
      const event: { seq: number; at: string } | null = hash && !found ? await findNoted(id, hash) : null;
      if (event) found = { organisation: name, ...event };
    }
    return { reports, noted: hash ? { hash, found } : null };
  } finally {
    await closeDatabase();
    await database.close();
  }
}

async function inFile(path: string, hash: string | undefined, say: (report: ChainReport) => void) {
  const hashes = new Map<string, { seq: number; at: string }>();
  const report = await verifyFile(path, ({ hash: each, seq, at }) => {
    if (each === hash) hashes.set(each, { seq, at });
  });
  say(report);
  const event = hash ? hashes.get(hash) : undefined;
  return { reports: [report], noted: hash ? { hash, found: event ? { organisation: path, ...event } : null } : null };
}

function explain(error: unknown): string {
  if (error instanceof CannotCheck || error instanceof FolderInUse) return error.message;
  if (error instanceof NotATrail) return `This is not an exported trail: ${error.message}.`;
  const { code, message } = error as { code?: string; message?: string };
  const cause = (error as { cause?: { code?: string } }).cause?.code;
  if (code === '42P01' || cause === '42P01')
    return 'The database has no audit trail yet. Start Changemark once: npm start';
  if (code === 'ENOENT' || code === 'EISDIR') return `The file cannot be read: ${message}`;
  if (code === 'EACCES') return `${message}\nRun this as the user that runs the server.`;
  return `The trail could not be checked: ${message ?? String(error)}`;
}

/** Runs `changemark audit …`. Returns the exit code; prints reports to stdout and explanations to stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: { json?: boolean; noted?: string; help?: boolean };
  let words: string[];
  try {
    const options = {
      json: { type: 'boolean' },
      noted: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    ({ values: asked, positionals: words } = parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return CANNOT_CHECK;
  }
  if (asked.help) {
    console.log(USAGE);
    return OK;
  }
  const [command, file, ...more] = words;
  const hash = asked.noted?.toLowerCase();
  if (command !== 'verify' || more.length > 0 || (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash))) {
    console.error(
      hash === undefined || command !== 'verify' ? USAGE : `--noted takes 64 characters, 0-9 and a-f.\n\n${USAGE}`,
    );
    return CANNOT_CHECK;
  }
  try {
    const say = (report: ChainReport) => (asked.json ? undefined : console.log(line(report)));
    const { reports, noted } = file ? await inFile(file, hash, say) : await inDatabase(hash, say);
    const ok = reports.every((report) => report.ok) && (noted === null || noted.found !== null);
    if (asked.json) console.log(JSON.stringify({ ok, chains: reports, noted }, null, 2));
    else if (noted) console.log(notedLine(noted));
    return ok ? OK : BROKEN;
  } catch (error) {
    console.error(explain(error));
    return CANNOT_CHECK;
  }
}
