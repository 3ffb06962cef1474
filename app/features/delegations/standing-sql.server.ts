/** The same states as `standingOf`, as conditions of a query. */
import { type SQL, sql } from 'drizzle-orm';
import type { delegations, roleExceptions } from '../../../db/schema/index.server';
import type { Standing } from './standing';

/** Rows that stand so on the day. */
export function standingCondition(
  table: typeof delegations | typeof roleExceptions,
  standing: Standing,
  day: string,
): SQL {
  const { startsOn, endsOn, revokedAt } = table;
  const conditions: Record<Standing, SQL> = {
    revoked: sql`${revokedAt} is not null`,
    to_come: sql`${revokedAt} is null and ${startsOn} > ${day}::date`,
    over: sql`${revokedAt} is null and ${endsOn} < ${day}::date`,
    in_force: sql`${revokedAt} is null and ${day}::date between ${startsOn} and ${endsOn}`,
  };
  return conditions[standing];
}
