/**
 * Who may hold the pen in the demonstration: training and acceptances of those who sign in, a deputy whose training has
 * expired, somebody at an outlying site under an exception, and one delegation in force.
 */

import { addMonths } from '../../app/features/add-months';
import { makeDelegation } from '../../app/features/delegations/make-delegation.server';
import { storeException } from '../../app/features/delegations/sign-exception.server';
import { asOnDay } from '../../app/features/today';
import { storeAcceptance } from '../../app/features/training/accept-text.server';
import { currentText } from '../../app/features/training/current-text.server';
import { recordTraining } from '../../app/features/training/record-training.server';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation } from '../client.server';
import type { DemoStaff } from './actors';

/** Days back from today, as year-month-day. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Put on record on the day after the course. */
async function train(administrator: Actor, person: Actor, monthsAgo: number): Promise<void> {
  const completedOn = addMonths(daysAgo(1), -monthsAgo);
  const trained = await asOnDay(addMonths(daysAgo(0), -monthsAgo), () =>
    recordTraining(administrator, person.userId, {
      ...{ course: 'signing', completedOn, expiresOn: null },
      evidence: 'Attendance list of the course',
    }),
  );
  if (!trained?.ok) throw new Error(`The training of ${person.name} was refused`);
}

const accept = (person: Actor): Promise<void> =>
  inOrganisation(person, async (tx) => storeAcceptance(tx, person, await currentText(tx, person.orgId), 'password'));

/** Two courses are held by those who sign in: the histories of the demonstration go back further than one is good for. */
export async function seedPen({ actors, colleagues }: DemoStaff): Promise<void> {
  const { administrator, engineer, clinical_safety, regulatory_affairs, risk_owner, auditor } = actors;
  const { deputy, outlying, second } = colleagues;
  for (const [person, ...months] of [
    [engineer, 26, 4],
    [clinical_safety, 26, 7],
    [regulatory_affairs, 26, 4],
    [risk_owner, 25, 2],
    [second, 14],
    [outlying, 23],
    [deputy, 26],
  ] as const) {
    for (const monthsAgo of months) await train(administrator, person, monthsAgo);
  }
  await asOnDay(addMonths(daysAgo(0), -25), async () => {
    for (const person of [engineer, clinical_safety, regulatory_affairs, risk_owner, auditor, deputy]) {
      await accept(person);
    }
  });
  await asOnDay(addMonths(daysAgo(0), -14), async () => {
    for (const person of [outlying, second]) await accept(person);
  });
  const from = daysAgo(7);
  await asOnDay(from, async () => {
    const delegated = await makeDelegation(risk_owner, {
      ...{ principal: '', delegate: regulatory_affairs.userId, reason: 'Annual leave' },
      ...{ startsOn: from, endsOn: addMonths(from, 1) },
    });
    if (!delegated.ok) throw new Error(`The delegation was refused: ${JSON.stringify(delegated.errors)}`);
    await inOrganisation(risk_owner, (tx) =>
      storeException(
        tx,
        risk_owner,
        {
          ...{ record: 'role_exception', organisation: risk_owner.orgId, person: outlying.userId },
          ...{ person_name: outlying.name, slots: ['author', 'verifier'] },
          ...{ starts_on: from, ends_on: addMonths(from, 8) },
          reason:
            'One engineer at the outlying site; the clinical safety officer looks at each verification afterwards.',
        },
        'password',
      ),
    );
  });
}
