/** Issued letters and stored reports: the bytes, the digest beside them, and the digest in the event. */
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { documents, letters, letterVersions } from '../../../db/schema/index.server';
import { sha256Of } from '../sha256.server';
import { type Covering, claimFor, faultsOfLost, pages } from './covering.server';

/** Few at a time: each brings its file along. */
const PAGE = 10;

interface LetterKey {
  letterId: string;
  number: number;
}

const lettersAfter = (orgId: string, deep: boolean) => (tx: Tx, last: LetterKey | null, size: number) =>
  tx
    .select({
      letterId: letterVersions.letterId,
      number: letterVersions.number,
      sha256: letterVersions.sha256,
      approvedSha256: letterVersions.approvedSha256,
      bytes: deep ? letterVersions.bytes : sql<Uint8Array | null>`null`,
      reference: letters.reference,
    })
    .from(letterVersions)
    .leftJoin(letters, and(eq(letters.orgId, letterVersions.orgId), eq(letters.id, letterVersions.letterId)))
    .where(
      and(
        eq(letterVersions.orgId, orgId),
        isNotNull(letterVersions.sha256),
        ...(last
          ? [
              sql`(${letterVersions.letterId}, ${letterVersions.number}) > (${last.letterId}::uuid, ${last.number}::int)`,
            ]
          : []),
      ),
    )
    .orderBy(asc(letterVersions.letterId), asc(letterVersions.number))
    .limit(size);

/** Every issued version of every letter. */
export async function checkLetters(covering: Covering): Promise<number> {
  const seen = new Set<string>();
  for await (const row of pages(covering.read, PAGE, lettersAfter(covering.orgId, covering.deep))) {
    const version = `v1.${row.number - 1}`;
    const key = `${row.letterId} ${version}`;
    seen.add(key);
    const claim = await claimFor(covering, 'letter', key);
    const place = {
      table: 'letter_versions',
      ref: `${row.reference ?? row.letterId} ${version}`,
      event: claim?.seq ?? null,
    };
    const fault = (words: string) => covering.fault({ ...place, words });
    if (covering.deep && (!row.bytes || sha256Of(row.bytes) !== row.sha256))
      fault('its file is not what its digest says');
    if (!claim) fault('no event records that it was issued');
    else if (claim.said.sha256 !== row.sha256) fault(`event ${claim.seq} records another file`);
    else if (claim.said.approved_sha256 !== (row.approvedSha256 ?? ''))
      fault(`event ${claim.seq} records another approval`);
  }
  faultsOfLost(covering, 'letter', 'letter_versions', seen);
  return seen.size;
}

const documentsAfter = (orgId: string, deep: boolean) => (tx: Tx, last: { id: string } | null, size: number) =>
  tx
    .select({
      id: documents.id,
      reference: documents.reference,
      sha256: documents.sha256,
      bytes: deep ? documents.bytes : sql<Uint8Array | null>`null`,
    })
    .from(documents)
    .where(and(eq(documents.orgId, orgId), isNotNull(documents.sha256), ...(last ? [gt(documents.id, last.id)] : [])))
    .orderBy(asc(documents.id))
    .limit(size);

/** Every report that was rendered and kept. */
export async function checkDocuments(covering: Covering): Promise<number> {
  const seen = new Set<string>();
  for await (const row of pages(covering.read, PAGE, documentsAfter(covering.orgId, covering.deep))) {
    seen.add(row.id);
    const claim = await claimFor(covering, 'document', row.id);
    const place = { table: 'documents', ref: row.reference, event: claim?.seq ?? null };
    const fault = (words: string) => covering.fault({ ...place, words });
    if (covering.deep && (!row.bytes || sha256Of(row.bytes) !== row.sha256))
      fault('its file is not what its digest says');
    if (!claim) fault('no event records that it was made');
    else if (claim.said.sha256 !== row.sha256) fault(`event ${claim.seq} records another file`);
  }
  faultsOfLost(covering, 'document', 'documents', seen);
  return seen.size;
}
