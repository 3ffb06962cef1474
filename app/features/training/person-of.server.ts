/** The person whose training it is. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';

/** Null when the organisation has nobody with this id. */
export async function personOf(tx: Tx, orgId: string, id: string) {
  const [row] = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: users.role, active: users.active })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)));
  return row ?? null;
}
