/** Signers who may not sign today, as a condition of a query on people: the same as `penOf`, for a whole list. */
import { type SQL, sql } from 'drizzle-orm';
import { users } from '../../../db/schema/index.server';
import type { SignOffPolicy } from '../sign-off/policy';

/** @param text number of the text that signers accept now */
export function withoutPen(training: SignOffPolicy['training'], text: number, day: string): SQL {
  const accepted = sql`exists (select from accountability_acceptances a
    where a.org_id = ${users.orgId} and a.person_id = ${users.id} and a.number = ${text})`;
  const missing = training.map(({ course, roles }) => {
    const asked = sql.join(
      roles.map((role) => sql`${role}`),
      sql`, `,
    );
    return sql`(${users.role} in (${asked}) and not exists (select from training_records t
      where t.org_id = ${users.orgId} and t.person_id = ${users.id} and t.course = ${course}
        and t.withdrawn_at is null and t.expires_on >= ${day}::date))`;
  });
  return sql`(${sql.join([sql`not ${accepted}`, ...missing], sql` or `)})`;
}
