/** `changemark audit`: verifies every organisation's audit chain, an exported trail or an evidence pack; shows the key. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { closeDatabase } from '../../db/client.server';
import { FolderInUse } from '../../db/embedded-lock.server';
import { type OpenDatabase, openDatabase } from '../../db/open.server';
import { dataFolder } from '../../db/project-root';
import { checkpointFile } from '../audit/checkpoint-file.server';
import { publicKey } from '../audit/checkpoint-key.server';
import { strangeCheckpoints } from '../audit/covered/checkpoints.server';
import { checkpointAll } from '../audit/take-checkpoint.server';
import { type ChainReport, findNoted, organisationsWithChains, verifyChain } from '../audit/verify.server';
import { NotATrail, verifyFile } from '../audit/verify-file.server';
import { bundleLines, isBundle, verifyBundleFile } from './audit-bundle';

const OK = 0;
const BROKEN = 1;
const CANNOT_CHECK = 2;

export const USAGE = `Usage: changemark audit verify [--json] [--noted HASH] [--key KEY] [FILE]
       changemark audit key
       changemark audit checkpoint

verify checks the audit trail: that every event follows the one before it, that none was altered, removed or added;
then the signed checkpoints, and every snapshot, signature, letter, report and file whose digest an event states.
Without FILE it checks every organisation in the database: DATABASE_URL, or the data folder (CHANGEMARK_DATA,
./data); a running server is not disturbed, a stopped one is opened for the check. With FILE it checks an
exported trail (NDJSON) or an evidence pack (ZIP) and needs no database.

  --noted HASH  also look for this head, noted down earlier: gone, the trail was cut off since
  --key KEY     the public key (or its name) that a pack has to be signed with
  --json        one JSON document instead of lines

key prints the public key that signs checkpoints and packs. checkpoint signs the head of every chain now.

Exit code: 0 everything holds, 1 something does not (or the noted head is gone), 2 nothing could be checked.
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
      const report = await verifyChain(id, name, { deep: true });
      reports.push(report);
      say(report);
      const event: { seq: number; at: string } | null = hash && !found ? await findNoted(id, hash) : null;
      if (event) found = { organisation: name, ...event };
    }
    const strange = await strangeCheckpoints(reports.map(({ orgId }) => orgId));
    return { reports, noted: hash ? { hash, found } : null, strange };
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
  const noted = hash ? { hash, found: event ? { organisation: path, ...event } : null } : null;
  return { reports: [report], noted, strange: [] };
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

interface Asked {
  json?: boolean;
  noted?: string;
  key?: string;
  help?: boolean;
}

async function verifyPack(path: string, { json, key, noted }: Asked): Promise<number> {
  const proof = await verifyBundleFile(path, { ...(key ? { key } : {}), ...(noted ? { head: noted } : {}) });
  const { events: _, ...said } = proof;
  console.log(json ? JSON.stringify(said, null, 2) : bundleLines(proof));
  return proof.ok ? OK : BROKEN;
}

async function verify(asked: Asked, file: string | undefined): Promise<number> {
  if (file && (await isBundle(file))) return verifyPack(file, asked);
  const hash = asked.noted?.toLowerCase();
  const say = (report: ChainReport) => (asked.json ? undefined : console.log(line(report)));
  const { reports, noted, strange } = file ? await inFile(file, hash, say) : await inDatabase(hash, say);
  const ok = reports.every((report) => report.ok) && strange.length === 0 && (noted === null || noted.found !== null);
  if (asked.json) console.log(JSON.stringify({ ok, chains: reports, noted, strange }, null, 2));
  else {
    for (const words of strange) console.log(`BROKEN  checkpoints outside the database: ${words}`);
    if (noted) console.log(notedLine(noted));
  }
  return ok ? OK : BROKEN;
}

async function checkpoint(): Promise<number> {
  const database = await open();
  try {
    console.log(`${await checkpointAll()} taken, in ${checkpointFile()}`);
    return OK;
  } finally {
    await closeDatabase();
    await database.close();
  }
}

/** What to do, or null when the words make no sense. */
function chosen([command, file, ...more]: string[], asked: Asked): (() => Promise<number>) | null {
  if (command === 'verify' && more.length === 0) return () => verify(asked, file);
  if (file !== undefined) return null;
  if (command === 'checkpoint') return checkpoint;
  if (command !== 'key') return null;
  return async () => {
    const { keyId, publicKey: key } = publicKey();
    console.log(`Key ${keyId}\nPublic key (Ed25519, base64) ${key}`);
    return OK;
  };
}

/** Runs `changemark audit …`. Returns the exit code; prints reports to stdout and explanations to stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: Asked;
  let words: string[];
  try {
    const options = {
      json: { type: 'boolean' },
      noted: { type: 'string' },
      key: { type: 'string' },
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
  const act = chosen(words, asked);
  const badHead = asked.noted !== undefined && !/^[0-9a-f]{64}$/i.test(asked.noted);
  if (!act || badHead) {
    console.error(act ? `--noted takes 64 characters, 0-9 and a-f.\n\n${USAGE}` : USAGE);
    return CANNOT_CHECK;
  }
  try {
    return await act();
  } catch (error) {
    console.error(explain(error));
    return CANNOT_CHECK;
  }
}
