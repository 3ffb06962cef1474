/**
 * An advisory comes in: as a new one, or as an update that overwrites what it said before, which stays as a revision.
 * Matching follows by a job. Part of the importer's transaction, which records what is given back here.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { advisories, advisoryCves, advisoryRevisions } from '../../../db/schema/index.server';
import type { AuditEvent } from '../../audit/events';
import type { Advisory } from '../../readers/records';
import { advisoryColumns, cveLines, isOlder } from './advisory-columns';
import { type AdvisoryDifferences, advisoryDifferences, movedVulnerabilities } from './advisory-differences';
import { rematch } from './rematch.server';

type Row = typeof advisories.$inferSelect;

/** What an import overwrote, as it was: undoing brings it back. */
export type AdvisoryBefore = Pick<
  Row,
  'content' | 'format' | 'importId' | 'state' | 'decision' | 'decidedByName' | 'contentSha256'
> & { decidedAt: string | null };

export type AdvisoryComparison =
  | { outcome: 'new' }
  | { outcome: 'unchanged'; id: string }
  | { outcome: 'changed'; id: string; differences: AdvisoryDifferences }
  /** An earlier edition than the one that is held: taking it in would bring back what was withdrawn. */
  | { outcome: 'older'; id: string; message: string };

export interface ReceivedAdvisory {
  id: string;
  outcome: AdvisoryComparison['outcome'];
  /** For undoing; null when there was nothing before, or nothing was written. */
  before: AdvisoryBefore | null;
  /** To be recorded by the caller, last in its transaction. */
  events: AuditEvent[];
}

/** SHA-256 over the canonical JSON of what the reader gave. */
export const digestOf = (advisory: Advisory): string =>
  createHash('sha256')
    .update(canonicalize(advisory) ?? '', 'utf8')
    .digest('hex');

export const advisoryObject = ({ id, publishedId }: Pick<Row, 'id' | 'publishedId'>) => ({
  type: 'advisory',
  id,
  ref: publishedId.slice(0, 300),
});

async function held(tx: Tx, orgId: string, { publisher, id }: Advisory, lock: boolean): Promise<Row | null> {
  const query = tx
    .select()
    .from(advisories)
    .where(
      and(
        eq(advisories.orgId, orgId),
        // As the unique index is worded, so that it is used.
        sql`md5(lower(${advisories.publisher}) || chr(10) || lower(${advisories.publishedId})) =
          md5(lower(${publisher}::text) || chr(10) || lower(${id}::text))`,
      ),
    );
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

function compare(row: Row | null, advisory: Advisory, digest: string): AdvisoryComparison {
  if (!row || row.retiredAt) return { outcome: 'new' };
  if (row.contentSha256 === digest) return { outcome: 'unchanged', id: row.id };
  if (isOlder(advisory, row.content)) {
    const which = (one: Advisory) =>
      [one.revision, one.currentReleaseDate?.slice(0, 10)].filter(Boolean).join(' of ') || 'without a date';
    const message = `Revision ${which(advisory)} is older than the one on file, ${which(row.content)}.`;
    return { outcome: 'older', id: row.id, message };
  }
  return { outcome: 'changed', id: row.id, differences: advisoryDifferences(row.content, advisory) };
}

/** What receiving this advisory would do. */
export async function compareAdvisory(tx: Tx, orgId: string, advisory: Advisory): Promise<AdvisoryComparison> {
  return compare(await held(tx, orgId, advisory, false), advisory, digestOf(advisory));
}

/** Takes an advisory in. The same content again, and an older edition, change nothing. */
export async function receiveAdvisory(
  tx: Tx,
  actor: { orgId: string; userId: string | null },
  advisory: Advisory,
  { format, importId }: { format: string; importId: string | null },
): Promise<ReceivedAdvisory> {
  const { orgId, userId } = actor;
  const digest = digestOf(advisory);
  const row = await held(tx, orgId, advisory, true);
  const comparison = compare(row, advisory, digest);
  if (comparison.outcome === 'unchanged' || comparison.outcome === 'older') {
    return { id: comparison.id, outcome: comparison.outcome, before: null, events: [] };
  }
  const values = {
    ...{ ...advisoryColumns(advisory), format, importId, content: advisory, contentSha256: digest },
    // What was decided was decided about other words: a person looks again.
    ...{ state: 'new' as const, matchedAt: null, decidedAt: null, decidedByName: '', decision: '' },
    ...{ retiredAt: null, updatedAt: new Date(), updatedBy: userId },
  };
  if (row && comparison.outcome === 'changed') await keepRevision(tx, row, userId);
  const id = row ? row.id : await insert(tx, orgId, userId, values);
  if (row) {
    await tx
      .update(advisories)
      .set({ ...values, version: sql`${advisories.version} + 1` })
      .where(and(eq(advisories.orgId, orgId), eq(advisories.id, id)));
  }
  await writeCves(tx, orgId, id, advisory);
  await rematch(tx, orgId, { advisoryId: id });
  const wasThere = row && comparison.outcome === 'changed' ? row : null;
  return {
    id,
    outcome: comparison.outcome,
    before: wasThere && beforeOf(wasThere),
    events: [eventOf(id, advisory, wasThere)],
  };
}

async function insert(
  tx: Tx,
  orgId: string,
  userId: string | null,
  values: Omit<typeof advisories.$inferInsert, 'orgId'>,
): Promise<string> {
  const [made] = await tx
    .insert(advisories)
    .values({ ...values, orgId, createdBy: userId })
    .returning({ id: advisories.id });
  if (!made) throw new Error('The advisory was not stored');
  return made.id;
}

const beforeOf = (row: Row): AdvisoryBefore => {
  const { content, format, importId, state, decision, decidedByName, contentSha256, decidedAt } = row;
  return {
    ...{ content, format, importId, state, decision, decidedByName, contentSha256 },
    decidedAt: decidedAt?.toISOString() ?? null,
  };
};

function eventOf(id: string, advisory: Advisory, before: Row | null): AuditEvent {
  const moved = before ? movedVulnerabilities(before.content, advisory) : null;
  return {
    action: before ? 'advisory.updated' : 'advisory.received',
    object: advisoryObject({ id, publishedId: advisory.id }),
    detail: {
      title: advisory.title.slice(0, 500),
      publisher: advisory.publisher.slice(0, 300),
      revision: advisory.revision.slice(0, 100),
      vulnerabilities: cveLines(advisory).length,
      ...(before && moved
        ? {
            from: before.revision.slice(0, 100),
            gone: moved.gone,
            added: moved.added,
            wasDecided: before.decidedAt !== null,
          }
        : {}),
    },
  };
}

const keepRevision = (tx: Tx, row: Row, userId: string | null) =>
  tx.insert(advisoryRevisions).values({
    ...{ orgId: row.orgId, advisoryId: row.id, revision: row.revision, currentRelease: row.currentRelease },
    ...{ content: row.content, contentSha256: row.contentSha256, createdBy: userId, updatedBy: userId },
  });

async function writeCves(tx: Tx, orgId: string, advisoryId: string, advisory: Advisory): Promise<void> {
  await tx.delete(advisoryCves).where(and(eq(advisoryCves.orgId, orgId), eq(advisoryCves.advisoryId, advisoryId)));
  const lines = cveLines(advisory);
  // A statement binds some 65,000 values; a document may name more vulnerabilities than that divided by seven.
  for (let from = 0; from < lines.length; from += 5000) {
    const part = lines.slice(from, from + 5000);
    await tx.insert(advisoryCves).values(part.map((line) => ({ orgId, advisoryId, ...line })));
  }
}

export type Withdrawn = { ok: true; events: AuditEvent[] } | { ok: false; message: string };

/**
 * Undoes what an import did to an advisory: it says again what it said before, or is gone when there was nothing. What
 * people decided about its matches stays in the record.
 * @param importId the import that is undone; an advisory that another one has updated since is left alone
 */
export async function withdrawAdvisory(
  tx: Tx,
  actor: { orgId: string; userId: string | null },
  id: string,
  before: AdvisoryBefore | null,
  importId?: string,
): Promise<Withdrawn> {
  const { orgId, userId } = actor;
  const here = and(eq(advisories.orgId, orgId), eq(advisories.id, id));
  const [row] = await tx.select().from(advisories).where(here).for('update');
  if (!row || row.retiredAt) return { ok: true, events: [] };
  if (importId !== undefined && row.importId !== importId) {
    return { ok: false, message: 'Another import has updated this advisory since.' };
  }
  if (row.decidedAt) return { ok: false, message: 'Somebody has decided this advisory since.' };
  await keepRevision(tx, row, userId);
  const stamp = { updatedAt: new Date(), updatedBy: userId, version: row.version + 1 };
  if (before) {
    const { content, decidedAt, ...rest } = before;
    const decided = decidedAt ? new Date(decidedAt) : null;
    await tx
      .update(advisories)
      .set({ ...stamp, ...advisoryColumns(content), ...rest, content, decidedAt: decided, matchedAt: null })
      .where(here);
    await writeCves(tx, orgId, id, content);
  } else {
    await tx
      .update(advisories)
      .set({ ...stamp, retiredAt: new Date() })
      .where(here);
    await tx.delete(advisoryCves).where(and(eq(advisoryCves.orgId, orgId), eq(advisoryCves.advisoryId, id)));
  }
  await rematch(tx, orgId, { advisoryId: id });
  const detail = { undone: true, revision: (before?.content.revision ?? '').slice(0, 100) };
  return { ok: true, events: [{ action: 'advisory.updated', object: advisoryObject(row), detail }] };
}
