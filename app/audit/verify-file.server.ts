/** Verifies an exported trail: a file is all it takes, no database and no network. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ChainReport } from './verify.server';
import { ChainWalk, type Fault, type StoredEvent } from './walk.server';

const nullable = z.string().nullable();

const Line = z.strictObject({
  orgId: z.string(),
  seq: z.number().int(),
  at: z.string(),
  actorId: nullable,
  actorName: z.string(),
  actorRole: z.string(),
  action: z.string(),
  objectType: z.string(),
  objectId: nullable,
  objectRef: nullable,
  detail: z.unknown(),
  reason: nullable,
  requestId: nullable,
  address: nullable,
  previousHash: z.string(),
  hash: z.string(),
});

/** Why a file cannot be checked at all; the message names the line. */
export class NotATrail extends Error {}

function parseLine(text: string, number: number): z.output<typeof Line> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotATrail(`line ${number} is not JSON`);
  }
  const parsed = Line.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new NotATrail(`line ${number} is not an audit event: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** Walks a file as `exportTrail` writes it. Throws `NotATrail` for anything else, and what reading the file throws. */
export async function verifyFile(
  path: string,
  /** Told of every event that is in order. */
  each: (event: StoredEvent) => void = () => undefined,
): Promise<ChainReport> {
  const chain = new ChainWalk();
  let orgId = '';
  let number = 0;
  const report = (fault: Fault | null): ChainReport => ({
    ...{ orgId, organisation: path, events: chain.seq, ok: fault === null },
    ...{ brokenAt: fault?.at ?? null, fault: fault?.words ?? null, head: chain.hash },
  });
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const event = parseLine(text, number);
    orgId ||= event.orgId;
    if (event.orgId !== orgId) return report({ at: event.seq, words: `event ${event.seq} is of another organisation` });
    const fault = chain.step(event);
    if (fault) return report(fault);
    each(event);
  }
  if (chain.seq === 0) throw new NotATrail('it holds no audit event');
  return report(null);
}
