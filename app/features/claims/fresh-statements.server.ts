/** What was recorded just now, in the shape in which statements are compared. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { claims, mds2Answers, quotedStatements } from '../../../db/schema/index.server';
import type { Stated } from './compare-statements';
import type { Fresh } from './find-contradictions.server';
import { gatherStatements } from './gather-statements.server';
import { blockQuestion, readSubject } from './subject';

/** The new statements. They are read by the same way as all others, so that nothing can differ between the two. */
export async function freshStatements(tx: Tx, orgId: string, fresh: Fresh): Promise<Stated[]> {
  const { supplierId, claimIds = [], quotationIds = [], mds2 } = fresh;
  const keys: { subject: string; fact: string }[] = [];
  if (claimIds.length > 0) {
    keys.push(
      ...(await tx
        .select({ subject: claims.subject, fact: claims.fact })
        .from(claims)
        .where(and(eq(claims.orgId, orgId), inArray(claims.id, [...claimIds])))),
    );
  }
  if (quotationIds.length > 0) {
    const rows = await tx
      .select({ subject: quotedStatements.subject })
      .from(quotedStatements)
      .where(and(eq(quotedStatements.orgId, orgId), inArray(quotedStatements.id, [...quotationIds])));
    keys.push(...rows.map(({ subject }) => ({ subject, fact: '' })));
  }
  if (mds2) {
    const rows = await tx
      .select({ question: mds2Answers.question })
      .from(mds2Answers)
      .where(and(eq(mds2Answers.orgId, orgId), eq(mds2Answers.modelId, mds2.modelId)));
    const wanted = rows.filter(({ question }) => mds2.questions?.includes(question) ?? true);
    keys.push(...wanted.map(({ question }) => ({ subject: `mds2:${question}`, fact: '' })));
  }
  if (keys.length === 0) return [];
  const subjects = [...new Set(keys.map(({ subject }) => subject))];
  const blocks = subjects.flatMap((key) => {
    const read = readSubject(key);
    return read?.family === 'block' ? [blockQuestion(read.name)] : [];
  });
  const facts = [...new Set(keys.map(({ fact }) => fact).filter(Boolean))];
  const all = await gatherStatements(tx, orgId, supplierId, { subjects, blocks, facts });
  return all.filter(
    ({ source, id, models }) =>
      (source === 'claim' && id !== null && claimIds.includes(id)) ||
      (id !== null && quotationIds.includes(id)) ||
      (source === 'mds2' && id === null && mds2 !== undefined && models?.[0] === mds2.modelId),
  );
}
