/** Exceptions that let a person hold several places of a route on a day. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { roleExceptions } from '../../../db/schema/index.server';
import type { SlotId } from '../sign-off/slots';
import { standingCondition } from './standing-sql.server';

/** The places of each. */
export async function exceptionsInForce(tx: Tx, orgId: string, personId: string, day: string): Promise<SlotId[][]> {
  const rows = await tx
    .select({ slots: roleExceptions.slots })
    .from(roleExceptions)
    .where(
      and(
        eq(roleExceptions.orgId, orgId),
        eq(roleExceptions.personId, personId),
        standingCondition(roleExceptions, 'in_force', day),
      ),
    );
  return rows.map(({ slots }) => slots);
}
