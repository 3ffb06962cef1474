/** Every kind of act in a demonstration history, as its use case. */
import { and, asc, eq } from 'drizzle-orm';
import { readChange } from '../../app/features/changes/change-row.server';
import { stateFacts } from '../../app/features/changes/state-facts.server';
import { currentStatements } from '../../app/features/changes/statements.server';
import { emergencyConfirmed } from '../../app/features/emergencies/confirm-emergency.server';
import { declareEmergency } from '../../app/features/emergencies/declare-emergency.server';
import { flagOverdueEmergencies } from '../../app/features/emergencies/flag-overdue.server';
import { emergencyOf } from '../../app/features/emergencies/running-emergency.server';
import { acceptConfirmed } from '../../app/features/risk/accept-risk.server';
import { acceptanceBinds } from '../../app/features/risk/acceptance-binds.server';
import { ratingsToAccept } from '../../app/features/risk/accepted-ratings';
import { currentRatings } from '../../app/features/risk/risk-rows.server';
import { answerDissent, dissentConfirmed } from '../../app/features/sign-off/dissent.server';
import { stepChange } from '../../app/features/sign-off/step-change.server';
import { expireApprovals } from '../../app/features/sign-off/sweep.server';
import { basisOf } from '../../app/features/standard-changes/basis-of.server';
import { standardConfirmed } from '../../app/features/standard-changes/make-standard.server';
import { presentMoment, today } from '../../app/features/today';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation } from '../client.server';
import { dissents } from '../schema/index.server';
import { asWish } from './changes.server';
import type { Act } from './sign-off-acts';
import { dayBefore } from './sign-off-day';
import { done } from './sign-off-done';
import { signPlaces } from './sign-off-sign.server';
import type { Stage } from './sign-off-stage';
import { beginWork, closeWork, fillInChecks, recordWork, toVerification } from './sign-off-work.server';

type Of<K extends Act['act']> = Extract<Act, { act: K }>;

/** Does one act. The caller has set the day. @throws when it is refused */
export async function carryOut(stage: Stage, act: Act): Promise<void> {
  const { changeId, person } = stage;
  switch (act.act) {
    case 'sign':
      return signPlaces(stage, act);
    case 'dissent':
      done('dissent', await dissentConfirmed(person(act.by), changeId, act, 'password'));
      return;
    case 'answer':
      return answer(person(act.by), changeId, act);
    case 'step':
      done(act.step, await stepChange(person(act.by), changeId, act.step, { reason: act.reason }));
      return;
    case 'fact':
      return restate(person(act.by), changeId, act);
    case 'begin':
      return beginWork(person(act.by), changeId);
    case 'record':
      return recordWork(person(act.by), changeId, act);
    case 'checks':
      return fillInChecks(person(act.by), changeId);
    case 'verify':
      return toVerification(person(act.by), changeId);
    case 'close':
      return closeWork(person(act.by), changeId, act);
    case 'accept':
      return accept(person(act.by), changeId, act);
    case 'emergency':
      done('emergency', await declareEmergency(person(act.by), changeId, act.reason));
      return;
    case 'confirm':
      return confirm(person(act.by), changeId);
    case 'standard':
      return makeStandard(person(act.by), changeId, act);
    case 'overdue':
      await flagOverdueEmergencies(presentMoment());
      return;
    case 'expire':
      await expireApprovals(person('engineer').orgId, today());
  }
}

async function answer(actor: Actor, changeId: string, act: Of<'answer'>): Promise<void> {
  const [last] = await inOrganisation(actor, (tx) =>
    tx
      .select({ id: dissents.id })
      .from(dissents)
      .where(and(eq(dissents.orgId, actor.orgId), eq(dissents.changeId, changeId)))
      .orderBy(asc(dissents.number)),
  );
  done('answer', await answerDissent(actor, changeId, { dissent: last?.id ?? '', answer: act.answer }));
}

async function restate(actor: Actor, changeId: string, { fact }: Of<'fact'>): Promise<void> {
  const standing = await inOrganisation(actor, (tx) => currentStatements(tx, actor.orgId, changeId));
  const seen = standing.find(({ type, key }) => type === 'fact' && key === fact.key)?.id;
  const { document = '', page = '' } = fact;
  const wish = asWish({ ...fact, source: { document, page } });
  done('fact', await stateFacts(actor, changeId, [{ ...wish, seen }]));
}

async function accept(actor: Actor, changeId: string, act: Of<'accept'>): Promise<void> {
  const rated = ratingsToAccept(await inOrganisation(actor, (tx) => currentRatings(tx, actor.orgId, changeId)));
  if (!rated.ok) throw new Error('The demonstration accepts a risk that nobody has rated');
  const terms = {
    ...{ seen: acceptanceBinds(actor.orgId, changeId, rated.ids), what: act.what, because: act.because },
    ...{ review_on: dayBefore(act.reviewOn), expires_on: dayBefore(act.expiresOn) },
  };
  done('acceptance', await acceptConfirmed(actor, changeId, terms, 'password'));
}

async function confirm(actor: Actor, changeId: string): Promise<void> {
  const emergency = await inOrganisation(actor, (tx) => emergencyOf(tx, actor.orgId, changeId));
  done('second person', await emergencyConfirmed(actor, changeId, emergency?.id ?? '', 'password'));
}

async function makeStandard(actor: Actor, changeId: string, { title, days, ago }: Of<'standard'>): Promise<void> {
  const basis = await inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    return change ? (await basisOf(tx, actor, change)).sha256 : '';
  });
  const validUntil = dayBefore(ago - days);
  done('standard', await standardConfirmed(actor, { change: changeId, title, validUntil, basis }, 'password'));
}
