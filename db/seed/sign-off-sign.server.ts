/** Signing in a demonstration history: what there is to read is opened, the gate is asked, one place after the other. */

import { latestAssessment } from '../../app/features/assessments/assess-change.server';
import { readChange } from '../../app/features/changes/change-row.server';
import { confirmDerived, derivedOf } from '../../app/features/sign-off/derived-confirmations.server';
import { openItems } from '../../app/features/sign-off/looks.server';
import { openRound } from '../../app/features/sign-off/rounds.server';
import { routeOf } from '../../app/features/sign-off/route-of.server';
import { signConfirmed } from '../../app/features/sign-off/sign-change.server';
import { ROLE_OF_SLOT } from '../../app/features/sign-off/slots';
import type { Actor } from '../../app/guard/actor';
import type { AssessmentResult } from '../../app/regulation/result';
import { inOrganisation } from '../client.server';
import type { Act } from './sign-off-acts';
import { dayBefore } from './sign-off-day';
import { done } from './sign-off-done';
import type { Stage } from './sign-off-stage';

type Sign = Extract<Act, { act: 'sign' }>;

/** The places of the route sign in their order; a place that the route does not name is passed over. */
export async function signPlaces({ changeId, person }: Stage, act: Sign): Promise<void> {
  const engineer = person('engineer');
  await confirmAll(engineer, changeId);
  const { places, round } = await inOrganisation(engineer, async (tx) => {
    const change = await readChange(tx, engineer.orgId, changeId);
    if (!change) throw new Error('The change of the demonstration is gone');
    const open = await openRound(tx, engineer.orgId, changeId);
    return { places: (await routeOf(tx, engineer.orgId, change)).places, round: open?.id ?? '' };
  });
  for (const { slot, decides } of places.filter((place) => act.only?.includes(place.slot) ?? true)) {
    const signer = person(act.instead?.[slot] ?? ROLE_OF_SLOT[slot] ?? 'engineer');
    const looked = await openItems(signer, changeId, () => true);
    const conditions = decides ? (act.conditions ?? []) : [];
    const form = {
      ...{ round, snapshot: looked?.snapshot ?? '', slot },
      meaning: slot === 'author' ? ('author' as const) : decides ? (act.decide ?? 'approve') : ('review' as const),
      reason: decides ? (act.reason ?? '') : '',
      condition: conditions.map(({ text }) => text),
      condition_before: conditions.map(({ before }) => before),
      condition_owner: conditions.map(({ owner }) => person(owner).userId),
      condition_due: conditions.map(({ dueIn }) => dayBefore(-dueIn)),
    };
    done(`signature as ${slot}`, await signConfirmed(signer, changeId, form, 'password'));
  }
}

/** Every derived answer on the path that nobody has looked at. */
export async function confirmAll(actor: Actor, changeId: string): Promise<void> {
  const keys = await inOrganisation(actor, async (tx) => {
    const kept = await latestAssessment(tx, actor.orgId, changeId);
    const derived = await derivedOf(tx, actor.orgId, changeId, (kept?.result as AssessmentResult | undefined) ?? null);
    return derived.filter(({ confirmed }) => confirmed === null).map(({ key }) => key);
  });
  if (keys.length > 0) done('derived answers', await confirmDerived(actor, changeId, keys));
}
