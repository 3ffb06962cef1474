/** Checkpoints: those in the database and those in the file beside it, against the chain and against each other. */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { auditCheckpoints, auditEvents } from '../../../db/schema/index.server';
import { type Checkpoint, checkpointLine, checkpointText, parseCheckpoint } from '../checkpoint';
import { checkpointFile } from '../checkpoint-file.server';
import { knownKeys, type PublicKey, signatureHolds } from '../checkpoint-key.server';
import { type Covering, pages } from './covering.server';

const PAGE = 500;
const TABLE = 'audit_checkpoints';

/** Hashes of the events of these numbers, as the chain has them now. */
async function hashesAt({ read, orgId }: Covering, seqs: number[]): Promise<Map<number, string>> {
  const rows = await read((tx) =>
    tx
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .where(and(eq(auditEvents.orgId, orgId), inArray(auditEvents.seq, seqs))),
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** What is wrong with a checkpoint; null when nothing is. */
function faultOf(one: Checkpoint, keys: readonly PublicKey[], hash: string | undefined): string | null {
  const key = keys.find(({ keyId }) => keyId === one.keyId);
  if (!key) return `it is signed with key ${one.keyId}, which is not one of this installation`;
  if (!signatureHolds(key.publicKey, one.signature, Buffer.from(checkpointText(one))))
    return 'its signature does not hold';
  if (hash === undefined) return `event ${one.seq} was there when it was signed, and is gone: the trail was cut off`;
  return hash === one.hash ? null : `event ${one.seq} is not the one that was there when it was signed`;
}

async function checkStored(covering: Covering, keys: readonly PublicKey[]): Promise<Map<number, string>> {
  const { orgId, read, fault } = covering;
  const stored = new Map<number, string>();
  let batch: Checkpoint[] = [];
  const look = async () => {
    const hashes = await hashesAt(
      covering,
      batch.map(({ seq }) => seq),
    );
    for (const one of batch) {
      const words = faultOf(one, keys, hashes.get(one.seq));
      if (words) fault({ table: TABLE, ref: `checkpoint of event ${one.seq}`, event: one.seq, words });
      stored.set(one.seq, one.signature);
    }
    batch = [];
  };
  const rows = pages<Checkpoint>(read, PAGE, (tx, last, size) =>
    tx
      .select()
      .from(auditCheckpoints)
      .where(and(eq(auditCheckpoints.orgId, orgId), ...(last ? [gt(auditCheckpoints.seq, last.seq)] : [])))
      .orderBy(asc(auditCheckpoints.seq))
      .limit(size),
  );
  for await (const one of rows) {
    batch.push(one);
    if (batch.length === PAGE) await look();
  }
  if (batch.length > 0) await look();
  return stored;
}

/** Lines of the file that speak of this organisation; a line that cannot be read is told by `damaged`. */
async function* linesInFile(orgId: string, damaged: (line: number) => void): AsyncGenerator<Checkpoint> {
  if (!existsSync(checkpointFile())) return;
  const lines = createInterface({ input: createReadStream(checkpointFile()), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (!text.includes(orgId)) continue;
    const one = parseCheckpoint(text);
    if (one && checkpointLine(one) === text) yield one;
    else damaged(number);
  }
}

async function checkFile(covering: Covering, keys: readonly PublicKey[], stored: ReadonlyMap<number, string>) {
  const { orgId, fault } = covering;
  let batch: Checkpoint[] = [];
  const tell = (ref: string, event: number | null, words: string) =>
    fault({ table: checkpointFile(), ref, event, words });
  const look = async () => {
    const hashes = await hashesAt(
      covering,
      batch.map(({ seq }) => seq),
    );
    for (const one of batch) {
      const ref = `checkpoint of event ${one.seq}`;
      const words = faultOf(one, keys, hashes.get(one.seq));
      if (words) tell(ref, one.seq, words);
      else if (stored.get(one.seq) !== one.signature) {
        fault({ table: TABLE, ref, event: one.seq, words: 'it stands in the file, and is gone from the database' });
      }
    }
    batch = [];
  };
  for await (const one of linesInFile(orgId, (line) => tell(`line ${line}`, null, 'it was altered'))) {
    batch.push(one);
    if (batch.length === PAGE) await look();
  }
  if (batch.length > 0) await look();
}

/** Every checkpoint of an organisation, wherever it stands. */
export async function checkCheckpoints(covering: Covering): Promise<number> {
  const keys = knownKeys();
  const stored = await checkStored(covering, keys);
  await checkFile(covering, keys, stored);
  return stored.size;
}

/**
 * Lines of the file that speak of no organisation of this database: the organisation is gone, or the line was altered.
 * @param organisations ids of all there are
 */
export async function strangeCheckpoints(organisations: readonly string[]): Promise<string[]> {
  if (!existsSync(checkpointFile())) return [];
  const known = new Set(organisations);
  const faults: string[] = [];
  const lines = createInterface({ input: createReadStream(checkpointFile()), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const orgId = parseCheckpoint(text)?.orgId;
    if (orgId !== undefined && known.has(orgId)) continue;
    if (organisations.some((id) => text.includes(id))) continue;
    const words = orgId ? `speaks of organisation ${orgId}, which is not in the database` : 'is no checkpoint';
    if (faults.length < 20) faults.push(`line ${number} of ${checkpointFile()} ${words}`);
  }
  return faults;
}
