/** Approvals of a person's own changes that end soon, or have. One query. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';

export interface EndingApproval {
  changeId: string;
  reference: string;
  title: string;
  /** Last day on which it is good. */
  expiresOn: string;
  /** Its day is over. */
  over: boolean;
  /** ISO; when it was given. */
  since: string;
}

/** The longest list on a page. */
export const MOST_ENDING = 50;
/** How many days beforehand somebody is told. */
export const DAYS_BEFORE = 14;

type Raw = {
  id: string;
  reference: string;
  title: string;
  status: string;
  expires_on: string;
  decided_at: string;
};

/** Those that end first come first; what expired stays until the change is taken up again. */
export async function approvalsEnding(
  tx: Tx,
  actor: { orgId: string; userId: string },
  day: string,
): Promise<EndingApproval[]> {
  const rows = await tx.execute<Raw>(sql`
    select c.id, c.reference, left(c.title, 200) as title, c.status, r.expires_on::text as expires_on, r.decided_at
    from changes c
    cross join lateral (
      select one.expires_on, one.decided_at, one.status from sign_off_rounds one
      where one.org_id = c.org_id and one.change_id = c.id and one.status in ('approved', 'expired')
      order by one.number desc limit 1
    ) r
    where c.org_id = ${actor.orgId} and c.proposer_id = ${actor.userId}
      and ((c.status = 'expired' and r.status = 'expired')
        or (c.status in ('approved', 'in_implementation', 'verifying') and r.status = 'approved'
          and r.expires_on <= ${day}::date + ${DAYS_BEFORE}::int))
    order by r.expires_on, c.id limit ${MOST_ENDING}`);
  return rows.map((row) => ({
    ...{ changeId: row.id, reference: row.reference, title: row.title, expiresOn: row.expires_on },
    over: row.status === 'expired' || row.expires_on < day,
    since: new Date(row.decided_at).toISOString(),
  }));
}
