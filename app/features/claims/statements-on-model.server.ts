/** What a maker says of one model on some subjects: claims that a person confirmed, and quotations; newest first. */
import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { claims, quotedStatements } from '../../../db/schema/index.server';
import type { Source } from '../provenance/source';
import { letterScopes } from './letter-matter.server';
import { saidInWords } from './value-in-words';

export interface SaidOnModel {
  subject: string;
  /** The value in words where it has one, else the words themselves. */
  says: string;
  quotation: string;
  source: Source;
}

const MOST = 300;

/** @param subjects keys as claims and quotations carry them: "mds2:PAUT-5", "may:av_install" */
export async function statementsOnModel(
  tx: Tx,
  orgId: string,
  about: { supplierId: string; modelId: string },
  subjects: readonly string[],
): Promise<SaidOnModel[]> {
  if (subjects.length === 0) return [];
  const confirmed = await tx
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.orgId, orgId),
        eq(claims.supplierId, about.supplierId),
        eq(claims.status, 'confirmed'),
        inArray(claims.subject, [...subjects]),
      ),
    )
    .orderBy(desc(claims.id))
    .limit(MOST);
  const scopes = await letterScopes(tx, orgId, [...new Set(confirmed.map(({ letterId }) => letterId))]);
  const quoted = await tx
    .select()
    .from(quotedStatements)
    .where(
      and(
        eq(quotedStatements.orgId, orgId),
        eq(quotedStatements.supplierId, about.supplierId),
        isNull(quotedStatements.retiredAt),
        or(isNull(quotedStatements.modelId), eq(quotedStatements.modelId, about.modelId)),
        inArray(quotedStatements.subject, [...subjects]),
      ),
    )
    .orderBy(desc(quotedStatements.id))
    .limit(MOST);
  // A claim of a letter that names no model is about whatever the maker makes.
  const isAbout = (row: (typeof confirmed)[number]): boolean => {
    const models = scopes.get(row.letterId)?.models ?? [];
    return row.modelId ? row.modelId === about.modelId : models.length === 0 || models.includes(about.modelId);
  };
  const saidOf = (row: {
    subject: string;
    value: unknown;
    quotation: string;
    saidBy: string;
    document: string;
    page: string;
    saidOn: string | null;
  }): SaidOnModel => ({
    subject: row.subject,
    says: saidInWords(row.subject, row.value) ?? row.quotation,
    quotation: row.quotation,
    source: { saidBy: row.saidBy, document: row.document, page: row.page, date: row.saidOn ?? '' },
  });
  return [...confirmed.filter(isAbout).map(saidOf), ...quoted.map(saidOf)];
}
