/** What tests of risks share: short ways to rate, to accept and to look at reporting. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { PASSWORD } from '../../guard/testing/people';
import { AcceptanceForm, type AcceptanceInput } from './acceptance-form.server';
import { AXES, type RiskAxis } from './axes';
import { getAcceptanceForm } from './get-acceptance-form.server';
import { RateForm } from './rate-form';
import { rateRisk } from './rate-risk.server';
import { currentRatings } from './risk-rows.server';

/** Rates one axis after the change, over whatever stands. */
export async function rate(actor: Actor, changeId: string, axis: RiskAxis, consequence: number, likelihood: number) {
  const rows = await inOrganisation(actor, (tx) => currentRatings(tx, actor.orgId, changeId));
  const seen = rows.find((row) => row.axis === axis && row.moment === 'after')?.id ?? '';
  return rateRisk(
    actor,
    changeId,
    RateForm.parse({
      axis,
      after_consequence: String(consequence),
      after_likelihood: String(likelihood),
      after_because: 'as tested on one unit',
      after_seen: seen,
    }),
  );
}

/** Rates all four axes after the change. */
export async function rateAll(actor: Actor, changeId: string): Promise<void> {
  for (const axis of AXES) {
    const result = await rate(actor, changeId, axis, 2, 2);
    if (!result?.ok) throw new Error(JSON.stringify(result));
  }
}

/** The form of an acceptance as it is posted now. */
export async function acceptance(
  actor: Actor,
  changeId: string,
  over: Record<string, string> = {},
): Promise<AcceptanceInput> {
  const page = await getAcceptanceForm(actor, changeId, null);
  return AcceptanceForm.parse({
    seen: page?.seen ?? '',
    what: 'The receivers stay on the old release for a year.',
    because: 'The ward cannot do without them, and the segment is closed.',
    review_on: '2098-06-01',
    expires_on: '2098-12-01',
    proof_password: PASSWORD,
    ...over,
  });
}
