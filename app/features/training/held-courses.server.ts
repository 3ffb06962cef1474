/** Until when a person holds which course, by the records that were not withdrawn. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { trainingRecords } from '../../../db/schema/index.server';

/** Last day by course, of each of these people. Who never had a course has no entry. One query. */
export async function heldUntil(
  tx: Tx,
  orgId: string,
  personIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>(personIds.map((id) => [id, new Map()]));
  if (personIds.length === 0) return found;
  const rows = await tx
    .select({
      personId: trainingRecords.personId,
      course: trainingRecords.course,
      until: sql<string>`max(${trainingRecords.expiresOn})::text`,
    })
    .from(trainingRecords)
    .where(
      and(
        eq(trainingRecords.orgId, orgId),
        inArray(trainingRecords.personId, [...personIds]),
        isNull(trainingRecords.withdrawnAt),
      ),
    )
    .groupBy(trainingRecords.personId, trainingRecords.course);
  for (const { personId, course, until } of rows) found.get(personId)?.set(course, until);
  return found;
}
