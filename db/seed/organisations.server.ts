/** Demonstration organisations and their people, made by the role that makes them in production. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { record } from '../../app/audit/append.server';
import { auditActor } from '../../app/guard/guard.server';
import { hashPassword } from '../../app/guard/password.server';
import { authDb, inOrganisationAsAuthority } from '../client.server';
import { credentials, organisations, users } from '../schema/index.server';
import { type DemoActors, demoActors } from './actors';
import { DEMO_PASSWORD, type DemoOrganisation } from './people';

/** Whether nobody can sign in yet: a new database, or one whose seeding was interrupted. */
export async function nobodyIsHere(): Promise<boolean> {
  const [row] = await authDb().execute<{ empty: boolean }>(sql`select not exists (select 1 from users) as empty`);
  return row?.empty ?? false;
}

/** Stores an organisation; returns the actors that will work in it. */
export async function storeOrganisation(organisation: DemoOrganisation): Promise<DemoActors> {
  const { name, country, nation, address, email, telephone } = organisation;
  const id = randomUUID();
  await inOrganisationAsAuthority({ orgId: id, userId: null }, (tx) =>
    tx.insert(organisations).values({ id, name, country, nation, address, email, telephone, isDemonstration: true }),
  );
  return demoActors(id, organisation);
}

/** Stores the people of all organisations with their shared password, and says in each record that the data was loaded. */
export async function storePeople(everybody: DemoActors[]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const actors of everybody) {
    const people = Object.values(actors);
    const { administrator } = actors;
    await inOrganisationAsAuthority(administrator, async (tx) => {
      await tx.insert(users).values(
        people.map(({ orgId, userId, email, name, role, jobTitle }) => ({
          orgId,
          id: userId,
          email,
          name,
          role,
          jobTitle,
        })),
      );
      await tx.insert(credentials).values(people.map(({ userId }) => ({ userId, passwordHash })));
      await record(tx, auditActor(administrator), {
        action: 'demonstration.seeded',
        object: { type: 'organisation', id: administrator.orgId, ref: administrator.organisation.name },
        detail: { people: people.map(({ email }) => email) },
      });
    });
  }
}
