/** A stretch of the trail in numbers: what a reviewer looks at before reading single events. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { auditEvents } from '../../../db/schema/index.server';

export interface Stretch {
  from: number;
  to: number;
  /** Hash of the last event of it. */
  toHash: string;
  /** ISO 8601; empty for a stretch without events. */
  firstAt: string;
  lastAt: string;
  /** How often each act was done, the most frequent first. */
  acts: { action: string; count: number }[];
  people: number;
  refusedAccess: number;
  failedSignIns: number;
  /** Acts of people outside of Monday to Friday, 7 to 19 o'clock, where the organisation is. */
  outOfHours: number;
  voidedSignatures: number;
  refusedSignatures: number;
  /** What administrators added or changed: people, roles, settings. */
  byAdministrators: number;
  exports: number;
  damaged: number;
}

const NUMBERS = {
  people: sql`count(distinct actor_id)`,
  refused_access: sql`count(*) filter (where action = 'access.refused')`,
  failed_sign_ins: sql`count(*) filter (where action in ('session.sign_in_failed', 'session.sign_in_blocked'))`,
  voided_signatures: sql`count(*) filter (where action = 'signature.voided')`,
  refused_signatures: sql`count(*) filter (where action = 'signature.refused')`,
  by_administrators: sql`count(*) filter (where actor_role = 'administrator' and action !~ '^(session|access|audit|password)[.]')`,
  exports: sql`count(*) filter (where action ~ '[.](exported|downloaded)$')`,
  damaged: sql`count(*) filter (where action ~ '[.]damaged$')`,
};

/** @param to number of the last event; from > to is a stretch without events */
export async function stretchOf(tx: Tx, orgId: string, from: number, to: number, zone: string): Promise<Stretch> {
  const within = sql`org_id = ${orgId} and seq between ${from} and ${to}`;
  const local = sql`(at::timestamptz at time zone ${zone})`;
  const [row] = await tx.execute<Record<string, string | null>>(sql`
    select ${sql.join(
      Object.entries(NUMBERS).map(([name, count]) => sql`${count} as ${sql.raw(name)}`),
      sql`, `,
    )}, min(at) as first_at, max(at) as last_at,
      count(*) filter (where actor_id is not null and action !~ '^session[.]'
        and (extract(isodow from ${local}) > 5 or extract(hour from ${local}) not between 7 and 18)) as out_of_hours
    from ${auditEvents} where ${within}`);
  const acts = await tx.execute<{ action: string; count: string }>(
    sql`select action, count(*) as count from ${auditEvents} where ${within} group by action order by 2 desc, 1`,
  );
  const [last] = await tx.execute<{ hash: string }>(
    sql`select hash from ${auditEvents} where org_id = ${orgId} and seq = ${to}`,
  );
  const number = (name: string) => Number(row?.[name] ?? 0);
  return {
    ...{ from, to, toHash: last?.hash ?? '', firstAt: row?.first_at ?? '', lastAt: row?.last_at ?? '' },
    acts: acts.map(({ action, count }) => ({ action, count: Number(count) })),
    ...{ people: number('people'), refusedAccess: number('refused_access'), exports: number('exports') },
    ...{ failedSignIns: number('failed_sign_ins'), outOfHours: number('out_of_hours'), damaged: number('damaged') },
    ...{ voidedSignatures: number('voided_signatures'), refusedSignatures: number('refused_signatures') },
    byAdministrators: number('by_administrators'),
  };
}
