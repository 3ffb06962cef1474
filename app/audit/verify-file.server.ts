/** Verifies an exported trail: a file is all it takes, no database and no network. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { NotATrail, parseEvent } from './parse-event';
import type { ChainReport } from './verify.server';
import { ChainWalk, type Fault, type StoredEvent } from './walk.server';

export { NotATrail };

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
    ...{ brokenAt: fault?.at ?? null, fault: fault?.words ?? null, head: chain.hash, faults: [], checked: null },
  });
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const event = parseEvent(text, number);
    orgId ||= event.orgId;
    if (event.orgId !== orgId) return report({ at: event.seq, words: `event ${event.seq} is of another organisation` });
    const fault = chain.step(event);
    if (fault) return report(fault);
    each(event);
  }
  if (chain.seq === 0) throw new NotATrail('it holds no audit event');
  return report(null);
}
