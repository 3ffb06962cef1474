/** On which published grounds a notice of intent may rest: what the assessments of its changes have settled. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { assessments, letterChanges } from '../../../db/schema/index.server';
import type { NoticeOfIntent } from '../../../documents/notice-of-intent/model';
import { chartOf } from '../../regulation/charts/index';
import type { AssessmentResult } from '../../regulation/result';

/** One ground an instrument whose outcome no longer hangs on an answer, with the clause of its last step. */
export async function groundsOf(
  tx: Tx,
  { orgId, id }: { orgId: string; id: string },
): Promise<NoticeOfIntent['grounds']> {
  const rows = await tx
    .select({ result: assessments.result })
    .from(letterChanges)
    .innerJoin(
      assessments,
      and(eq(assessments.orgId, letterChanges.orgId), eq(assessments.id, letterChanges.assessmentId)),
    )
    .where(and(eq(letterChanges.orgId, orgId), eq(letterChanges.letterId, id)));
  const grounds = rows.flatMap(({ result }) =>
    (result as AssessmentResult).findings.flatMap(({ instrument, edition, outcomes, trace, state }) => {
      const [outcome] = outcomes;
      const citation = trace.at(-1)?.citation;
      if (!outcome || outcomes.length > 1 || !citation || !['applies', 'named'].includes(state)) return [];
      const chart = chartOf(instrument, edition);
      return [{ ground: `${chart?.name ?? instrument}: ${chart?.outcomes[outcome]?.label ?? outcome}`, citation }];
    }),
  );
  return [...new Map(grounds.map((one) => [JSON.stringify(one), one])).values()];
}
