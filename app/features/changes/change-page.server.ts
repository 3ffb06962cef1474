/** What the page of one change is given: the change, and its assessment in the words of the charts. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type AnsweredAdvisory, advisoriesOfChange } from '../advisories/advisories-of-change.server';
import { type ReadingWish, readResult } from '../assessments/read-result.server';
import type { ResultView } from '../assessments/result-view';
import { type Answer, safeAnswer } from '../assessments/summary';
import type { ClaimView } from '../claims/claim-view';
import { claimsOnChange } from '../claims/read-claims.server';
import { type EmergencyView, emergencyForBanner } from '../emergencies/emergency-view.server';
import { type CarryOutSummary, carryOutSummary } from '../implementation/carry-out-summary.server';
import { planSummary } from '../plans/get-plan.server';
import type { PlanView } from '../plans/plan-view';
import { type SignOffSummary, signOffSummary } from '../sign-off/sign-off-summary.server';
import { readChange } from './change-row.server';
import type { ChangeOnPage } from './change-view';
import { getChange } from './get-change.server';

export interface ChangePageView extends ChangeOnPage {
  safe: Answer;
  /** Null while there is nothing to assess. */
  reading: ResultView | null;
  /** What suppliers said about it that was confirmed, newest first. */
  answered: ClaimView[];
  signed: SignOffSummary | null;
  carriedOut: CarryOutSummary | null;
  /** Null: it carries no plan of options over time. */
  overTime: PlanView | null;
  emergency: EmergencyView | null;
  /** Advisories it answers, by its model and vulnerabilities. */
  advisories: AnsweredAdvisory[];
}

/** What became of it after it was assessed. */
const afterwards = (actor: Actor, changeId: string) =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) return { signed: null, carriedOut: null, overTime: null, emergency: null, advisories: [] };
    return {
      signed: await signOffSummary(tx, actor.orgId, change),
      carriedOut: await carryOutSummary(tx, actor.orgId, change),
      overTime: await planSummary(tx, actor, change),
      emergency: await emergencyForBanner(tx, actor.orgId, change),
      advisories: await advisoriesOfChange(tx, actor.orgId, change),
    };
  });

/** Null when the change does not exist in the actor's organisation. */
export async function changePage(actor: Actor, changeId: string, wish: ReadingWish): Promise<ChangePageView | null> {
  const change = await getChange(actor, changeId);
  if (!change) return null;
  const { assessment, ...rest } = change;
  const answered = await claimsOnChange(actor, changeId);
  const after = await afterwards(actor, changeId);
  const safe = safeAnswer(change.safety.summary, change.assessment?.result ?? null);
  if (!assessment) return { ...rest, ...after, safe, answered, assessment: null, reading: null };
  // The whole result, with the walk of every chart, would be most of the page; what is shown of it is little.
  const { result, ...brief } = assessment;
  return { ...rest, ...after, safe, answered, assessment: brief, reading: readResult(result, wish) };
}
