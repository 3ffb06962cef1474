/**
 * Carries the demonstration's histories out through the use cases themselves, each on its day: every gate is asked, and
 * what stands in the record afterwards is what people would have left there. Only the proof of identity is not given,
 * because nobody has a password yet.
 */
import { randomUUID } from 'node:crypto';
import { readChange } from '../../app/features/changes/change-row.server';
import { editChange } from '../../app/features/changes/edit-change.server';
import { proposeChange } from '../../app/features/changes/propose-change.server';
import { stateFacts } from '../../app/features/changes/state-facts.server';
import { submitChange } from '../../app/features/changes/submit-change.server';
import { savePlan } from '../../app/features/implementation/save-plan.server';
import { AXES, type RiskAxis } from '../../app/features/risk/axes';
import { rateRisk } from '../../app/features/risk/rate-risk.server';
import { saveHazard } from '../../app/features/risk/save-hazard.server';
import { putToSignOff } from '../../app/features/sign-off/put-to-sign-off.server';
import { asOnDay } from '../../app/features/today';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation } from '../client.server';
import type { DemoStaff } from './actors';
import { asWish, judgeSafety, modelFor } from './changes.server';
import type { History, Person } from './sign-off-acts';
import { dayBefore } from './sign-off-day';
import { done } from './sign-off-done';
import { confirmAll } from './sign-off-sign.server';
import type { Stage } from './sign-off-stage';
import { carryOut } from './sign-off-steps.server';

/** @returns how many histories were played; those whose device the register does not have are left out */
export async function seedHistories({ actors, colleagues }: DemoStaff, histories: readonly History[]): Promise<number> {
  const everyone: Record<Person, Actor> = { ...actors, ...colleagues };
  const person = (who: Person) => everyone[who];
  let played = 0;
  for (const history of histories) {
    const changeId = await asOnDay(dayBefore(history.proposed), () => propose(person, history));
    if (!changeId) continue;
    played += 1;
    const { put } = history;
    if (put !== undefined) await asOnDay(dayBefore(put), () => bringForward({ changeId, person }));
    for (const act of history.acts) await asOnDay(dayBefore(act.ago), () => carryOut({ changeId, person }, act));
  }
  return played;
}

async function propose(person: Stage['person'], history: History): Promise<string | null> {
  const engineer = person('engineer');
  const model = await modelFor(engineer, history.device);
  if (!model) return null;
  const proposed = await proposeChange(engineer, {
    ...{ modelId: model.id, draftId: randomUUID(), title: history.title, description: history.description },
    ...{ kinds: [...history.kinds], softwareVersion: model.softwareVersion, vulnerabilities: [], neededBy: null },
    units: { mode: 'all', wards: [], unitIds: [], serials: [] },
  });
  if (!proposed.ok) throw new Error(`“${history.title}” was refused: ${JSON.stringify(proposed.errors)}`);
  const { id } = proposed;
  const edited = await editChange(engineer, id, { version: proposed.version, fields: { actor: 'hospital' } });
  if (!edited?.ok) throw new Error(`“${history.title}” was not edited`);
  await stateFacts(
    engineer,
    id,
    history.facts.map(({ document = '', page = '', ...fact }) => asWish({ ...fact, source: { document, page } })),
  );
  done(history.title, await submitChange(engineer, id, edited.version));
  await judgeRisk(person, id, history);
  if (history.safety) await judgeSafety(person('clinical_safety'), id, { conditions: history.safety, open: [] });
  if (history.plan) {
    done('plan', await savePlan(engineer, id, { version: 0, versionAfter: '', ...history.plan }));
  }
  return id;
}

/** Why an axis is rated so, before and after. */
const BECAUSE: Record<RiskAxis, readonly [before: string, after: string]> = {
  patient_safety: [
    'A unit that fails unseen gives no alarm; the wards have seen that once this year.',
    'What the wards rely on is let through, and the alarm path was tested in the workshop.',
  ],
  security: [
    'Every computer of the house reaches it, and no patch is to be had.',
    'Only named machines reach it; what is denied is looked at.',
  ],
  regulatory: [
    'The hospital’s own duty to run devices safely is not met as it stands.',
    'The device is not touched, so its certificate stays as it is.',
  ],
  continuity: ['One infected unit stops a ward.', 'The way back takes 15 minutes a unit and was tried.'],
};

async function judgeRisk(person: Stage['person'], id: string, { risk, hazard }: History): Promise<void> {
  const judge = person('clinical_safety');
  for (const axis of AXES) {
    const rated = await rateRisk(judge, id, {
      ...{ axis, before_consequence: risk.before[0], before_likelihood: risk.before[1], before_seen: '' },
      ...{ after_consequence: risk.after[0], after_likelihood: risk.after[1], after_seen: '' },
      ...{ before_because: BECAUSE[axis][0], after_because: BECAUSE[axis][1] },
    });
    done('rating', rated);
  }
  if (!hazard) return;
  const { title, cause, effect, control } = hazard;
  const saved = await saveHazard(judge, id, null, {
    ...{ version: 0, title, cause, effect, existing_controls: '', further_controls: control, owner_name: judge.name },
    ...{ before_consequence: 3, before_likelihood: 3, after_consequence: 3, after_likelihood: 1, status: 'accepted' },
  });
  done('hazard', saved);
}

/** Derived answers are confirmed by whoever proposes, then it is put to sign-off as it was proposed. */
async function bringForward({ changeId, person }: Stage): Promise<void> {
  const engineer = person('engineer');
  await confirmAll(engineer, changeId);
  const change = await inOrganisation(engineer, (tx) => readChange(tx, engineer.orgId, changeId));
  const wish = { version: change?.version ?? 0, option: 'as_proposed', note: '' };
  done('sign-off', await putToSignOff(engineer, changeId, wish));
}
