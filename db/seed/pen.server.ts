/**
 * Who may hold the pen in the demonstration: training and acceptances of those who sign in, a deputy whose training has
 * expired, somebody at an outlying site under an exception, and one delegation in force.
 */

import { addMonths } from '../../app/features/add-months';
import { makeDelegation } from '../../app/features/delegations/make-delegation.server';
import { storeException } from '../../app/features/delegations/sign-exception.server';
import { createPerson } from '../../app/features/people/create-person.server';
import { today } from '../../app/features/today';
import { storeAcceptance } from '../../app/features/training/accept-text.server';
import { currentText } from '../../app/features/training/current-text.server';
import { recordTraining } from '../../app/features/training/record-training.server';
import type { Actor } from '../../app/guard/actor';
import type { Role } from '../../app/guard/roles';
import { inOrganisation } from '../client.server';
import type { DemoActors } from './actors';

interface More {
  deputy: string;
  outlying: string;
  deputyTitle: string;
  outlyingTitle: string;
}

const PEOPLE: Record<string, More> = {
  GB: {
    ...{ deputy: 'Dr Samir Haddad', deputyTitle: 'Deputy clinical safety officer' },
    ...{ outlying: 'Daniel Frost', outlyingTitle: 'Clinical engineer, Eastfield Cottage Hospital' },
  },
  DE: {
    ...{ deputy: 'Dr. Lena Albrecht', deputyTitle: 'Stellvertretende Beauftragte für Medizinproduktesicherheit' },
    ...{ outlying: 'Uwe Hartmann', outlyingTitle: 'Medizintechniker, Außenstelle' },
  },
};

/** Adds somebody nobody signs in as: the first password is made up and thrown away. */
async function join(administrator: Actor, name: string, role: Role, jobTitle: string): Promise<Actor> {
  const mailbox = name
    .replace(/^Dr\.? /, '')
    .replace(' ', '.')
    .toLowerCase();
  const email = `${mailbox}@${administrator.email.split('@')[1]}`;
  const made = await createPerson(administrator, { name, email, jobTitle, role, password: '' });
  if (!made.ok) throw new Error(`${name} was refused: ${JSON.stringify(made.errors)}`);
  return { ...administrator, userId: made.userId, name, email, role, jobTitle };
}

async function train(administrator: Actor, person: Actor, monthsAgo: number): Promise<void> {
  const trained = await recordTraining(administrator, person.userId, {
    ...{ course: 'signing', completedOn: addMonths(today(), -monthsAgo), expiresOn: null },
    evidence: `Attendance list of the course, ${monthsAgo} months before this demonstration was loaded`,
  });
  if (!trained?.ok) throw new Error(`The training of ${person.name} was refused`);
}

const accept = (person: Actor): Promise<void> =>
  inOrganisation(person, async (tx) => storeAcceptance(tx, person, await currentText(tx, person.orgId), 'password'));

/** Call it once the people of the organisation can sign in. */
export async function seedPen(actors: DemoActors): Promise<void> {
  const { administrator, engineer, clinical_safety, regulatory_affairs, risk_owner, auditor } = actors;
  const more = PEOPLE[administrator.organisation.country];
  if (!more) throw new Error('The demonstration has nobody else in this country');
  const deputy = await join(administrator, more.deputy, 'clinical_safety', more.deputyTitle);
  const outlying = await join(administrator, more.outlying, 'engineer', more.outlyingTitle);
  for (const [person, monthsAgo] of [
    [engineer, 4],
    [clinical_safety, 7],
    [regulatory_affairs, 4],
    [risk_owner, 2],
    [outlying, 23],
    [deputy, 26],
  ] as const) {
    await train(administrator, person, monthsAgo);
  }
  for (const person of [engineer, clinical_safety, regulatory_affairs, risk_owner, auditor, outlying, deputy]) {
    await accept(person);
  }
  const delegated = await makeDelegation(risk_owner, {
    ...{ principal: '', delegate: regulatory_affairs.userId, reason: 'Annual leave' },
    ...{ startsOn: today(), endsOn: addMonths(today(), 1) },
  });
  if (!delegated.ok) throw new Error(`The delegation was refused: ${JSON.stringify(delegated.errors)}`);
  await inOrganisation(risk_owner, (tx) =>
    storeException(
      tx,
      risk_owner,
      {
        ...{ record: 'role_exception', organisation: risk_owner.orgId, person: outlying.userId },
        ...{ person_name: outlying.name, slots: ['author', 'verifier'] },
        ...{ starts_on: today(), ends_on: addMonths(today(), 8) },
        reason: 'One engineer at the outlying site; the clinical safety officer looks at each verification afterwards.',
      },
      'password',
    ),
  );
}
