/** A pack's share of the trail: the numbers and hashes of every event, the events themselves, and the checkpoints. Pure. */
import { type Bundle, textOf } from './bundle-files';
import { organisationId, parseChainLine } from './bundle-parts';
import { GENESIS } from './chain';
import { checkpointText, parseCheckpoint } from './checkpoint';
import { NotATrail, parseEvent } from './parse-event';
import { type Checking, counted, type ProofTools, utf8 } from './proof';
import { eventHolds, linesOf } from './verify-trail';
import type { StoredEvent } from './walk.server';

/** Hash of each event, by number; 0 is before the first. Ends where a line is out of order. */
export async function checkChain({ byPath, manifest }: Bundle, checking: Checking): Promise<string[]> {
  const hashes = [GENESIS];
  await checking.check('Order and gaps', async (fault) => {
    const { cut } = manifest;
    for (const line of linesOf(textOf(byPath.get('chain.ndjson')))) {
      const link = parseChainLine(line);
      if (!link || link.seq !== hashes.length) {
        fault('chain.ndjson', `event ${hashes.length} is missing, altered or out of place`);
        return;
      }
      hashes.push(link.hash);
    }
    const last = hashes.length - 1;
    if (last < cut.seq) fault('chain.ndjson', `events from ${last + 1} on are missing: the pack goes up to ${cut.seq}`);
    else if (last > cut.seq) fault('chain.ndjson', `event ${cut.seq + 1} lies beyond the end of the pack`);
    else if (hashes[last] !== cut.hash) fault('chain.ndjson', `event ${last} is not the one the pack ends with`);
    return `${counted(last, 'event')}, numbered without a gap up to the end of the pack`;
  });
  return hashes;
}

/** The events that are written out: each unaltered, and at its place in the chain. */
export async function checkEvents(
  { byPath, manifest }: Bundle,
  hashes: readonly string[],
  checking: Checking,
  tools: ProofTools,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  await checking.check('Events written out', async (fault) => {
    let last = 0;
    let number = 0;
    const owner = organisationId(manifest);
    for (const line of linesOf(textOf(byPath.get('trail.ndjson')))) {
      number += 1;
      const event = readEvent(line, number, fault);
      if (!event) return;
      const { seq } = event;
      const place = `event ${seq}`;
      if (seq <= last) fault(place, 'it is out of place in trail.ndjson');
      else if (owner !== null && event.orgId !== owner) fault(place, 'it is of another organisation');
      else if (hashes[seq] !== event.hash) fault(place, 'it is not the one the chain has at this place');
      else if (hashes[seq - 1] !== event.previousHash) fault(place, `it does not follow event ${seq - 1}`);
      else if (!(await eventHolds(event, tools))) fault(place, 'it was altered');
      last = Math.max(last, seq);
      events.push(event);
    }
    return `${counted(events.length, 'event')}, each unaltered and at its place`;
  });
  return events;
}

function readEvent(line: string, number: number, fault: (place: string, words: string) => void): StoredEvent | null {
  try {
    return parseEvent(line, number) as StoredEvent;
  } catch (error) {
    if (!(error instanceof NotATrail)) throw error;
    fault('trail.ndjson', error.message);
    return null;
  }
}

/** The signed heads: each by the key of the pack, and each at its place in the chain. */
export async function checkCheckpoints(
  { byPath, manifest, signature }: Bundle,
  hashes: readonly string[],
  checking: Checking,
  tools: ProofTools,
  notes: string[],
): Promise<void> {
  let last = 0;
  let others = 0;
  await checking.check('Signed checkpoints', async (fault) => {
    let count = 0;
    const owner = organisationId(manifest);
    for (const line of linesOf(textOf(byPath.get('checkpoints.ndjson')))) {
      const checkpoint = parseCheckpoint(line);
      if (!checkpoint) {
        fault('checkpoints.ndjson', `line ${count + 1} is no checkpoint`);
        return;
      }
      count += 1;
      const place = `checkpoint of event ${checkpoint.seq}`;
      if (checkpoint.seq <= last) fault(place, 'it is out of place in checkpoints.ndjson');
      if (hashes[checkpoint.seq] !== checkpoint.hash) fault(place, 'the chain has another event there, or none');
      if (owner !== null && checkpoint.orgId !== owner) fault(place, 'it is of another organisation');
      last = checkpoint.seq;
      if (checkpoint.keyId !== signature?.keyId) {
        others += 1;
        continue;
      }
      const text = utf8(checkpointText(checkpoint));
      const held = await tools.signed(signature.publicKey, checkpoint.signature, text);
      if (held === null) return;
      if (!held) fault(place, 'its signature does not hold');
    }
    return `${counted(count, 'checkpoint')}, the last at event ${last}`;
  });
  if (others > 0)
    notes.push(`${counted(others, 'checkpoint')} signed with an earlier key: their signatures were not checked.`);
  const since = manifest.cut.seq - last;
  if (since > 0)
    notes.push(
      `The last ${counted(since, 'event')} of the pack come after its last checkpoint; the manifest covers them.`,
    );
}
