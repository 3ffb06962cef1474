/** Demonstration organisations and their people, made by the role that makes them in production. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { record } from '../../app/audit/append.server';
import type { Actor } from '../../app/guard/actor';
import { auditActor } from '../../app/guard/guard.server';
import { hashPassword } from '../../app/guard/password.server';
import { authDb, inOrganisationAsAuthority } from '../client.server';
import { credentials, organisations, users } from '../schema/index.server';
import { type DemoStaff, demoStaff } from './actors';
import { DEMO_PASSWORD, type DemoOrganisation } from './people';

/**
 * Whether nobody can come in yet: a new database, or one whose seeding was interrupted. People of a demonstration
 * without a single password are what an interrupted seeding left behind.
 */
export async function nobodyIsHere(): Promise<boolean> {
  const [row] = await authDb().execute<{ empty: boolean }>(sql`
    select not exists (select from credentials) and not exists (
      select from users join organisations on organisations.id = users.org_id where not organisations.is_demonstration
    ) as empty`);
  return row?.empty ?? false;
}

/** Frees the addresses of people whom an interrupted seeding left behind: they belong to nobody, and never will. */
export async function freeAddresses(): Promise<void> {
  const left = await authDb().select({ orgId: users.orgId, id: users.id }).from(users);
  for (const { orgId, id } of left) {
    await inOrganisationAsAuthority({ orgId, userId: null }, (tx) =>
      tx
        .update(users)
        .set({ email: `${id}@left-behind.invalid`, active: false })
        .where(eq(users.id, id)),
    );
  }
}

/** Stores an organisation with its people; returns the actors that will work in it. None of them can sign in yet. */
export async function storeOrganisation(organisation: DemoOrganisation): Promise<DemoStaff> {
  const { name, country, nation, address, email, telephone } = organisation;
  const id = randomUUID();
  const staff = demoStaff(id, organisation);
  await inOrganisationAsAuthority({ orgId: id, userId: null }, async (tx) => {
    await tx
      .insert(organisations)
      .values({ id, name, country, nation, address, email, telephone, isDemonstration: true });
    await tx.insert(users).values(
      everyoneOf(staff).map((person) => ({
        ...{ orgId: person.orgId, id: person.userId, email: person.email, name: person.name },
        ...{ role: person.role, jobTitle: person.jobTitle },
      })),
    );
  });
  return staff;
}

const everyoneOf = ({ actors, colleagues }: DemoStaff): Actor[] => [
  ...Object.values(actors),
  ...Object.values(colleagues),
];

/** Says in each record that the data was loaded, then lets everybody in at once, with the password they share. */
export async function letThemIn(everybody: readonly DemoStaff[]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const staff of everybody) {
    const { administrator } = staff.actors;
    await inOrganisationAsAuthority(administrator, (tx) =>
      record(tx, auditActor(administrator), {
        action: 'demonstration.seeded',
        object: { type: 'organisation', id: administrator.orgId, ref: administrator.organisation.name },
        detail: { people: everyoneOf(staff).map(({ email }) => email) },
      }),
    );
  }
  const signIn = everybody.flatMap(({ actors }) => Object.values(actors));
  await authDb()
    .insert(credentials)
    .values(signIn.map(({ userId }) => ({ userId, passwordHash })));
}
