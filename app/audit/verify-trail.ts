/** A whole trail, as `exportTrail` writes it, checked where there is no database: order, gaps, links, contents. Pure. */
import { canonicalEvent, GENESIS } from './chain';
import { parseEvent } from './parse-event';
import { Checking, counted, type Proof, type ProofTools, utf8 } from './proof';
import type { StoredEvent } from './walk.server';

/** Lines that hold something. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Whether an event says what its hash says. */
export async function eventHolds({ hash, ...event }: StoredEvent, tools: ProofTools): Promise<boolean> {
  return (await tools.sha256(utf8(canonicalEvent(event)))) === hash;
}

/** What is wrong with an event that follows one of this number and hash; null when nothing is. */
async function faultOf(event: StoredEvent, before: { seq: number; hash: string; orgId: string }, tools: ProofTools) {
  const { seq } = event;
  if (event.orgId !== before.orgId) return `event ${seq} is of another organisation`;
  if (seq < before.seq + 1) return `event ${seq} is out of place`;
  if (seq > before.seq + 1) return `event ${before.seq + 1} is missing: the next one is ${seq}`;
  if (event.previousHash !== before.hash) return `event ${seq} does not follow event ${before.seq}`;
  return (await eventHolds(event, tools)) ? null : `event ${seq} was altered`;
}

/** @throws NotATrail when the text is something else */
export async function verifyTrail(text: string, tools: ProofTools, { head = '' } = {}): Promise<Proof> {
  const events: StoredEvent[] = linesOf(text).map((line, index) => parseEvent(line, index + 1) as StoredEvent);
  const orgId = events[0]?.orgId ?? '';
  const checking = new Checking();
  let last = { seq: 0, hash: GENESIS, orgId };
  await checking.check('Order, gaps and contents of the trail', async (fault) => {
    for (const event of events) {
      const words = await faultOf(event, last, tools);
      if (words) {
        fault(`event ${event.seq}`, words);
        return;
      }
      last = { seq: event.seq, hash: event.hash, orgId };
    }
    return `${counted(last.seq, 'event')}, each linked to the one before it and unaltered`;
  });
  if (head) {
    await checking.check('The head you noted', async (fault) => {
      const found = events.find(({ hash, seq }) => hash === head.toLowerCase() && seq <= last.seq);
      if (!found) fault('the file as a whole', 'the head you noted is not in it');
      return `it is event ${found?.seq}: nothing up to it was changed or cut off since`;
    });
  }
  const ok = checking.findings.length === 0;
  return {
    ...{ kind: 'trail' as const, title: 'Exported record', organisation: orgId, ok },
    ...{ findings: checking.findings, checks: checking.checks, events, signatures: [], files: [] },
    notes: [
      'A trail alone does not show whether its last events were cut off: compare its head with one noted earlier.',
    ],
    head: last.seq > 0 ? { seq: last.seq, hash: last.hash } : null,
    key: null,
  };
}
