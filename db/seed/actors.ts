/** The people of a demonstration organisation as actors: the seed works in their names, as they would. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../app/guard/actor';
import type { Role } from '../../app/guard/roles';
import type { DemoOrganisation } from './people';

export type DemoActors = Record<Role, Actor>;

/** Actors with new ids; the people themselves are stored last, so that nobody signs in to half a demonstration. */
export function demoActors(orgId: string, organisation: DemoOrganisation): DemoActors {
  const { name, country, nation, domain, people } = organisation;
  const actors = people.map((person): [Role, Actor] => [
    person.role,
    {
      userId: randomUUID(),
      orgId,
      name: person.name,
      email: `${person.mailbox}@${domain}`,
      role: person.role,
      jobTitle: person.jobTitle,
      organisation: { name, country, nation, isDemonstration: true },
      requestId: 'demonstration',
      address: '',
    },
  ]);
  return Object.fromEntries(actors) as DemoActors;
}
