/** Kept assessments: dossier and result as they were judged, against the digests in the event. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { assessments, changes } from '../../../db/schema/index.server';
import { digestOfJson } from './claims.server';
import { type Covering, claimFor, faultsOfLost, pages } from './covering.server';

const PAGE = 50;

/** As an assessment names its dossier: without the day it was judged on. */
function digestOfDossier(dossier: unknown): string {
  const { as_of: _, ...known } = dossier as { as_of?: unknown };
  return digestOfJson(known);
}

const after = (orgId: string) => (tx: Tx, last: { id: string } | null, size: number) =>
  tx
    .select({
      id: assessments.id,
      changeId: assessments.changeId,
      number: assessments.number,
      library: assessments.library,
      dossier: assessments.dossier,
      result: assessments.result,
      dossierSha256: assessments.dossierSha256,
      reference: changes.reference,
    })
    .from(assessments)
    .leftJoin(changes, and(eq(changes.orgId, assessments.orgId), eq(changes.id, assessments.changeId)))
    .where(and(eq(assessments.orgId, orgId), ...(last ? [gt(assessments.id, last.id)] : [])))
    .orderBy(asc(assessments.id))
    .limit(size);

/** Every kept assessment. Events written before they held a digest of the result vouch for the dossier alone. */
export async function checkAssessments(covering: Covering): Promise<number> {
  const seen = new Set<string>();
  for await (const row of pages(covering.read, PAGE, after(covering.orgId))) {
    const key = `${row.changeId} ${row.number}`;
    seen.add(key);
    const claim = await claimFor(covering, 'assessment', key);
    const ref = `${row.reference ?? row.changeId}, assessment ${row.number}`;
    const fault = (words: string) => covering.fault({ table: 'assessments', ref, event: claim?.seq ?? null, words });
    if (digestOfDossier(row.dossier) !== row.dossierSha256) fault('its dossier is not what its digest says');
    if (!claim) {
      fault('no event records it');
      continue;
    }
    const { seq, said } = claim;
    if (said.dossierSha256 !== row.dossierSha256) fault(`event ${seq} records another dossier`);
    if (said.resultSha256 && said.resultSha256 !== digestOfJson(row.result))
      fault(`event ${seq} records another result`);
    if (said.library !== row.library) fault(`event ${seq} records another edition of the library`);
  }
  faultsOfLost(covering, 'assessment', 'assessments', seen);
  return seen.size;
}
