/** One kept assessment, exactly as it was judged. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { assessments } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { AssessmentResult } from '../../regulation/result';
import { type ChangeBrief, changeBrief } from '../changes/change-brief.server';
import { latestAssessment } from './assess-change.server';
import { type ReadingWish, readResult } from './read-result.server';
import type { ResultView } from './result-view';

export interface KeptAssessment {
  change: ChangeBrief;
  number: number;
  changeVersion: number;
  library: string;
  dossierSha256: string;
  result: AssessmentResult;
  assessedAt: string;
  assessedByName: string;
  latest: number;
}

/** Null when change or number does not exist in the actor's organisation. */
export const getAssessment = (actor: Actor, changeId: string, number: number): Promise<KeptAssessment | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await changeBrief(tx, actor.orgId, changeId);
    if (!change) return null;
    const [row] = await tx
      .select()
      .from(assessments)
      .where(
        and(eq(assessments.orgId, actor.orgId), eq(assessments.changeId, changeId), eq(assessments.number, number)),
      );
    if (!row) return null;
    const latest = await latestAssessment(tx, actor.orgId, changeId);
    return {
      change,
      number,
      changeVersion: row.changeVersion,
      library: row.library,
      dossierSha256: row.dossierSha256,
      result: row.result as AssessmentResult,
      assessedAt: row.assessedAt.toISOString(),
      assessedByName: row.assessedByName,
      latest: latest?.number ?? number,
    };
  });

/** One kept assessment as its page shows it. */
export interface AssessmentPageView extends Omit<KeptAssessment, 'result'> {
  asOf: string;
  reading: ResultView;
}

/** Null when change or number does not exist in the actor's organisation. */
export async function assessmentPage(
  actor: Actor,
  at: { changeId: string; number: number },
  wish: ReadingWish,
): Promise<AssessmentPageView | null> {
  const kept = await getAssessment(actor, at.changeId, at.number);
  if (!kept) return null;
  const { result, ...brief } = kept;
  return { ...brief, asOf: result.as_of, reading: readResult(result, wish) };
}
