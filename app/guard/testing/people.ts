/** Organisations and people for tests, made by the role that makes them in production. */
import { randomUUID } from 'node:crypto';
import { inOrganisationAsAuthority } from '../../../db/client.server';
import { credentials, organisations, users } from '../../../db/schema/index.server';
import type { Actor } from '../actor';
import { hashPassword } from '../password.server';
import type { Role } from '../roles';
import { openSession, SESSION_COOKIE } from '../session.server';
import type { Browser } from './browser';

export const PASSWORD = 'correct horse battery 9';

export interface TestPerson extends Actor {
  role: Role;
}

/** A new organisation; returns its id. */
export async function anOrganisation(name = 'Northbridge University Hospitals'): Promise<string> {
  const id = randomUUID();
  await inOrganisationAsAuthority({ orgId: id, userId: null }, (tx) =>
    tx.insert(organisations).values({ id, name, country: 'GB', nation: 'england', isDemonstration: true }),
  );
  return id;
}

/** A new person with `PASSWORD`, as an actor. */
export async function aPerson(
  orgId: string,
  role: Role,
  more: { name?: string; email?: string; active?: boolean; mustChangePassword?: boolean } = {},
): Promise<TestPerson> {
  const userId = randomUUID();
  const name = more.name ?? `Test ${role}`;
  const email = more.email ?? `${role}.${userId.slice(0, 8)}@hospital.example`;
  const passwordHash = await hashPassword(PASSWORD);
  await inOrganisationAsAuthority({ orgId, userId }, async (tx) => {
    const { active = true, mustChangePassword = false } = more;
    await tx.insert(users).values({ orgId, id: userId, email, name, role, jobTitle: role, active, mustChangePassword });
    await tx.insert(credentials).values({ userId, passwordHash });
  });
  const organisation = { name: 'Northbridge', isDemonstration: true, country: 'GB', nation: 'england' };
  return { userId, orgId, name, email, role, jobTitle: role, organisation, requestId: 'test', address: '192.0.2.1' };
}

/** Lets a browser in as this person without the sign-in page. */
export async function letIn(browser: Browser, person: { userId: string; orgId: string }): Promise<Browser> {
  const cookie = await inOrganisationAsAuthority(person, (tx) =>
    openSession(tx, person.userId, { address: '192.0.2.1', userAgent: 'test' }),
  );
  browser.cookies.set(SESSION_COOKIE, /=([^;]+)/.exec(cookie)?.[1] ?? '');
  return browser;
}
