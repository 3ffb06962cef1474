/** What whoever looks after mail may do: send a test to oneself, try a message or a failed job once more. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { DEAD_QUEUE } from '../../../db/job-queues.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { enqueue, type JobData } from '../jobs/enqueue.server';
import { mailSettings } from './mail-settings.server';
import { queueMail } from './queue-mail.server';
import { type Settled, settleUnsure } from './settle-unsure.server';

const Form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('test') }),
  z.object({ act: z.literal('retry-mail'), what: z.uuid() }),
  z.object({ act: z.literal('retry-job'), what: z.uuid() }),
]);

const refuse = (message: string): Settled => ({ ok: false, message });

/** Carries out one of the forms of the page. */
export async function actOnMail(actor: Actor, form: FormData): Promise<Settled> {
  const parsed = Form.safeParse({ act: form.get('act'), what: form.get('what') ?? undefined });
  if (!parsed.success) return refuse('Choose what to do.');
  const wish = parsed.data;
  return inOrganisation(actor, async (tx) => {
    if (wish.act === 'test') return sendTest(tx, actor);
    if (wish.act === 'retry-mail') return settleUnsure(tx, auditActor(actor), wish.what, 'again', '');
    return retryJob(tx, actor, wish.what);
  });
}

async function sendTest(tx: Tx, actor: Actor): Promise<Settled> {
  if (!mailSettings()) return refuse('There is no mail server: set SMTP_URL and MAIL_FROM and start Changemark again.');
  await queueMail(tx, auditActor(actor), {
    ...{ orgId: actor.orgId, letterId: null, purpose: 'test', onceKey: `test:${randomUUID()}` },
    ...{ toAddress: actor.email, toName: actor.name, replyTo: '', subject: 'A test message from Changemark' },
    body: `${actor.name} asked for this message on the page of mail settings. It arrived, so letters can leave.`,
    ...{ versionNumber: null, replyLinkId: null },
  });
  return { ok: true };
}

/** Puts a job that failed for good back into its queue; what it does is decided by the rows it finds. */
async function retryJob(tx: Tx, actor: Actor, id: string): Promise<Settled> {
  const [row] = await tx.execute<{ data: JobData['letter.issue'] | JobData['mail.send'] }>(sql`
    delete from pgboss.job where name = ${DEAD_QUEUE} and id = ${id}::uuid and data->>'orgId' = ${actor.orgId}
    returning data`);
  if (!row) return refuse('This job is not there any more.');
  const { data } = row;
  if ('messageId' in data) await enqueue(tx, 'mail.send', data);
  else await enqueue(tx, 'letter.issue', data);
  await record(tx, auditActor(actor), {
    action: 'mail.retried',
    object: { type: 'job', id, ref: 'messageId' in data ? 'mail.send' : 'letter.issue' },
  });
  return { ok: true };
}
