/** People who may sign: those whom a delegation or an exception can name. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { users } from '../../../db/schema/index.server';
import { can } from '../../guard/permissions';
import { ROLE_LABELS, ROLES, type Role } from '../../guard/roles';

export interface Signer {
  id: string;
  name: string;
  role: Role;
}

/** More than a list to choose from can hold. */
const MOST = 1000;

export const SIGNING_ROLES = ROLES.filter((role) => can({ role }, 'change:sign'));

/** Everybody active whose role signs, by name, as the choices of a field. */
export async function signerChoices(
  tx: Tx,
  orgId: string,
  without: string | null,
): Promise<{ value: string; label: string }[]> {
  const rows = await tx
    .select({ id: users.id, name: users.name, role: users.role, email: users.email })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.active, true), inArray(users.role, SIGNING_ROLES)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST);
  return rows
    .filter(({ id }) => id !== without)
    .map(({ id, name, role, email }) => ({ value: id, label: `${name}, ${ROLE_LABELS[role]} (${email})` }));
}

/** The person, if active and of a role that signs. Anything that is no id of the organisation finds nobody. */
export async function signerOf(tx: Tx, orgId: string, id: string): Promise<Signer | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await tx
    .select({ id: users.id, name: users.name, role: users.role, active: users.active })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)));
  return row?.active && can(row, 'change:sign') ? { id: row.id, name: row.name, role: row.role } : null;
}
