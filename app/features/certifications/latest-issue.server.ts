/** The certificate of a model in force that was issued last: then somebody looked at the whole. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { certifications } from '../../../db/schema/index.server';

/** Its day of issue, and what it is ("EU G1 12 03"); null where no certificate in force has a day of issue. */
export async function latestIssue(tx: Tx, orgId: string, modelId: string): Promise<{ day: string; of: string } | null> {
  const [row] = await tx
    .select({ day: certifications.issuedOn, market: certifications.market, number: certifications.number })
    .from(certifications)
    .where(
      and(
        eq(certifications.orgId, orgId),
        eq(certifications.modelId, modelId),
        isNull(certifications.retiredAt),
        isNotNull(certifications.issuedOn),
      ),
    )
    .orderBy(desc(certifications.issuedOn))
    .limit(1);
  return row?.day ? { day: row.day, of: `${row.market} ${row.number ?? ''}`.trim() } : null;
}
