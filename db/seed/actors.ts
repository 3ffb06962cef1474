/** The people of a demonstration organisation as actors: the seed works in their names, as they would. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../app/guard/actor';
import type { Role } from '../../app/guard/roles';
import type { Colleague, DemoOrganisation, DemoPerson } from './people';

/** One person for each role: those who sign in. */
export type DemoActors = Record<Role, Actor>;
export type DemoColleagues = Record<Colleague, Actor>;

export interface DemoStaff {
  actors: DemoActors;
  colleagues: DemoColleagues;
}

/** Actors with new ids; nobody can sign in as any of them before their passwords are stored, last of all. */
export function demoStaff(orgId: string, organisation: DemoOrganisation): DemoStaff {
  const { name, country, nation, domain, people, colleagues } = organisation;
  const actor = (person: DemoPerson): Actor => ({
    userId: randomUUID(),
    orgId,
    name: person.name,
    email: `${person.mailbox}@${domain}`,
    role: person.role,
    jobTitle: person.jobTitle,
    organisation: { name, country, nation, isDemonstration: true },
    requestId: 'demonstration',
    address: '',
  });
  return {
    actors: Object.fromEntries(people.map((person) => [person.role, actor(person)])) as DemoActors,
    colleagues: Object.fromEntries(
      Object.entries(colleagues).map(([key, person]) => [key, actor(person)]),
    ) as DemoColleagues,
  };
}
