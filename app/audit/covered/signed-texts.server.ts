/** What was signed apart from changes: dissents, acceptances of risk, exceptions, reviews of the record. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { dissents, riskAcceptances, roleExceptions, trailReviews } from '../../../db/schema/index.server';
import { type Covering, claimFor, hashOf, pages } from './covering.server';

const PAGE = 100;

const TABLES = {
  dissents,
  risk_acceptances: riskAcceptances,
  role_exceptions: roleExceptions,
  trail_reviews: trailReviews,
} as const;

interface SignedRow {
  id: string;
  payload: string;
  payloadSha256: string;
}

const after =
  (orgId: string, table: (typeof TABLES)[keyof typeof TABLES]) =>
  (tx: Tx, last: SignedRow | null, size: number): Promise<SignedRow[]> =>
    tx
      .select({ id: table.id, payload: table.payload, payloadSha256: table.payloadSha256 })
      .from(table)
      .where(and(eq(table.orgId, orgId), ...(last ? [gt(table.id, last.id)] : [])))
      .orderBy(asc(table.id))
      .limit(size);

/** Each text against its digest, and each digest in an event; and no event whose text is gone. */
export async function checkSignedTexts(covering: Covering): Promise<number> {
  const seen = new Set<string>();
  for (const [name, table] of Object.entries(TABLES)) {
    for await (const row of pages(covering.read, PAGE, after(covering.orgId, table))) {
      seen.add(row.payloadSha256);
      const claim = await claimFor(covering, 'signed_text', row.payloadSha256);
      const ref = claim?.ref || row.id;
      const fault = (words: string) => covering.fault({ table: name, ref, event: claim?.seq ?? null, words });
      if (hashOf(row.payload) !== row.payloadSha256) fault('what was signed is not what its digest says');
      if (!claim) fault('no event records that it was signed');
    }
  }
  for (const [key, { seq, ref }] of covering.claims.of('signed_text')) {
    const words = `event ${seq} records that it was signed, and it is gone`;
    if (!seen.has(key)) covering.fault({ table: 'dissents, acceptances, exceptions, reviews', ref, event: seq, words });
  }
  return seen.size;
}
