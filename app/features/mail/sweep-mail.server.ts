/** Nothing in the outbox is forgotten: messages of dead workers, and queued ones whose job was lost, go on. */
import { type SQL, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { enqueue } from '../jobs/enqueue.server';
import { takeBack } from './claim-mail.server';
import { mailSettings } from './mail-settings.server';

/** Messages asked for again in one sweep; the next sweep goes on. */
const MOST = 500;

/** @returns how many messages are asked for again */
export const sweepMail = (orgId: string): Promise<number> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    await takeBack(tx, orgId, new Date());
    if (!mailSettings()) return 0;
    const waiting: SQL = sql`
      select m.id from mail_messages m
      where m.org_id = ${orgId} and m.status = 'queued' and m.not_before < now() - interval '20 seconds'
        and not exists (
          select from pgboss.job j
          where j.name = 'mail.send' and j.state < 'completed' and j.data->>'messageId' = m.id::text)
      order by m.not_before limit ${MOST}`;
    const rows = await tx.execute<{ id: string }>(waiting);
    for (const { id } of rows) await enqueue(tx, 'mail.send', { orgId, messageId: id });
    return rows.length;
  });
