/** The trail in a pack: all numbers and hashes, the whole events of what it is about, and the checkpoints. */
import canonicalize from 'canonicalize';
import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { auditCheckpoints, auditEvents } from '../../../db/schema/index.server';
import { checkpointLine } from '../../audit/checkpoint';
import { ChainWalk } from '../../audit/walk.server';
import type { Material } from './material';
import type { PackFile } from './write-archive.server';
import type { Source } from './zip.server';

const PAGE = 500;

/** The record is broken before the cut: nothing made of it would prove anything. */
export class BrokenChain extends Error {}

/** Ids of everything whose acts belong to the pack. */
export function objectsOf({ changes }: Material): string[] {
  const ids = changes.flatMap((one) => [
    one.change.id,
    one.model.id,
    one.supplier.id,
    ...one.documents.map(({ id }) => id),
    ...one.letters.flatMap(({ letter, replies }) => [letter.id, ...replies.map(({ reply }) => reply.id)]),
  ]);
  return [...new Set(ids)];
}

const encoder = new TextEncoder();
const lines = (all: readonly string[]) => encoder.encode(all.map((line) => `${line}\n`).join(''));

export function trailSources(orgId: string, material: Material): PackFile[] {
  const { seq } = material.trail;
  return [
    { path: 'chain.ndjson', source: chain(orgId, seq, material.trail.hash) },
    { path: 'trail.ndjson', source: events(orgId, seq, objectsOf(material)) },
    { path: 'checkpoints.ndjson', source: checkpoints(orgId, seq) },
  ];
}

const page = (orgId: string, after: number, last: number, objects?: readonly string[]) =>
  inOrganisation({ orgId, userId: null }, (tx) =>
    tx
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.orgId, orgId),
          gt(auditEvents.seq, after),
          lte(auditEvents.seq, last),
          objects ? inArray(auditEvents.objectId, [...objects]) : undefined,
        ),
      )
      .orderBy(asc(auditEvents.seq))
      .limit(PAGE),
  );

/** Every event is walked as it is listed: a pack is never cut from a broken record. */
const chain = (orgId: string, last: number, head: string): Source =>
  async function* () {
    const walk = new ChainWalk();
    while (walk.seq < last) {
      const some = await page(orgId, walk.seq, last);
      for (const event of some) {
        const fault = walk.step(event);
        if (fault) throw new BrokenChain(`The record is broken: ${fault.words}.`);
      }
      if (some.length === 0) throw new BrokenChain(`The record is broken: event ${walk.seq + 1} is missing.`);
      yield lines(some.map(({ seq, hash }) => canonicalize({ hash, seq }) as string));
    }
    if (walk.hash !== head)
      throw new BrokenChain(`The record is broken: event ${last} is another one than at the cut.`);
  };

const events = (orgId: string, last: number, objects: readonly string[]): Source =>
  async function* () {
    if (objects.length === 0) return;
    for (let after = 0; after < last; ) {
      const some = await page(orgId, after, last, objects);
      yield lines(some.map((event) => canonicalize(event) as string));
      after = some.length < PAGE ? last : (some.at(-1)?.seq ?? last);
    }
  };

const checkpoints = (orgId: string, last: number): Source =>
  async function* () {
    const all = await inOrganisation({ orgId, userId: null }, (tx) =>
      tx
        .select()
        .from(auditCheckpoints)
        .where(and(eq(auditCheckpoints.orgId, orgId), lte(auditCheckpoints.seq, last)))
        .orderBy(asc(auditCheckpoints.seq)),
    );
    yield lines(all.map(checkpointLine));
  };
