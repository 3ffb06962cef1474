import { inArray } from 'drizzle-orm';
import { authDb } from '../../db/client.server';
import { users } from '../../db/schema/index.server';
import { DEMO_SIGN_INS, type DemoSignIn } from '../../db/seed/index.server';

/** The demonstration's sign-ins that exist in this database: none once somebody works here for real. */
export async function demonstrationSignIns(): Promise<DemoSignIn[]> {
  const emails = DEMO_SIGN_INS.map(({ email }) => email);
  const rows = await authDb().select({ email: users.email }).from(users).where(inArray(users.email, emails));
  const there = new Set(rows.map(({ email }) => email));
  return DEMO_SIGN_INS.filter(({ email }) => there.has(email));
}
