/** The policy that holds for a letter. */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { clockPolicies } from '../../../db/schema/index.server';
import type { CalendarId } from './calendar-names';
import { type Case, type Policy, policyFor } from './policy';

export async function readPolicy(tx: Tx, orgId: string, one: Case, calendar: CalendarId): Promise<Policy> {
  const rows = await tx
    .select()
    .from(clockPolicies)
    .where(
      and(
        eq(clockPolicies.orgId, orgId),
        isNull(clockPolicies.retiredAt),
        or(isNull(clockPolicies.supplierId), eq(clockPolicies.supplierId, one.supplierId)),
      ),
    );
  return policyFor(rows, one, calendar);
}
