/** The state of mail for whoever looks after it: what waits, what needs a person, which jobs failed. */
import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { DEAD_QUEUE } from '../../../db/job-queues.server';
import { letters, mailMessages } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { mailSettings } from './mail-settings.server';
import { MAIL_STATUS_WORDS, NEEDS_A_PERSON } from './mail-words';

export interface MailLine {
  id: string;
  letter: { id: string; reference: string } | null;
  to: string;
  subject: string;
  status: string;
  /** "unsure" messages of letters are decided on the letter's page. */
  unsure: boolean;
  answer: string;
  at: string;
  attempts: number;
}

export interface FailedJob {
  id: string;
  /** "Issue a letter" */
  what: string;
  letterId: string | null;
  answer: string;
  at: string;
}

export interface MailPageView {
  /** "mail.example.org:587, encrypted"; null: no mail server is set up. */
  server: string | null;
  from: string | null;
  demonstration: boolean;
  /** Messages of this organisation by state, in words. */
  counts: { status: string; n: number }[];
  needsPerson: MailLine[];
  failedJobs: FailedJob[];
  waitingJobs: number;
  lastSentAt: string | null;
  me: string;
}

const MOST = 50;
const DAYS_COUNTED = 30;

export const getMail = (actor: Actor): Promise<MailPageView> =>
  inOrganisation(actor, async (tx) => {
    const settings = mailSettings();
    const security = settings?.secure || settings?.requireTls ? 'encrypted' : 'encrypted where offered';
    return {
      server: settings ? `${settings.host}:${settings.port}, ${security}` : null,
      from: settings ? settings.from.address : null,
      demonstration: actor.organisation.isDemonstration,
      counts: await countsOf(tx, actor.orgId),
      needsPerson: await needsPerson(tx, actor.orgId),
      ...(await jobsOf(tx, actor.orgId)),
      lastSentAt: await lastSent(tx, actor.orgId),
      me: actor.email,
    };
  });

async function countsOf(tx: Tx, orgId: string) {
  const rows = await tx
    .select({ status: mailMessages.status, n: count() })
    .from(mailMessages)
    .where(
      and(
        eq(mailMessages.orgId, orgId),
        sql`(${mailMessages.status} <> 'sent' or ${gt(mailMessages.sentAt, sql`now() - make_interval(days => ${DAYS_COUNTED})`)})`,
      ),
    )
    .groupBy(mailMessages.status);
  return rows.map(({ status, n }) => ({ status: MAIL_STATUS_WORDS[status], n }));
}

async function needsPerson(tx: Tx, orgId: string): Promise<MailLine[]> {
  const rows = await tx
    .select({ message: mailMessages, reference: letters.reference })
    .from(mailMessages)
    .leftJoin(letters, and(eq(letters.orgId, mailMessages.orgId), eq(letters.id, mailMessages.letterId)))
    .where(and(eq(mailMessages.orgId, orgId), inArray(mailMessages.status, [...NEEDS_A_PERSON])))
    .orderBy(desc(mailMessages.createdAt))
    .limit(MOST);
  return rows.map(({ message, reference }) => ({
    id: message.id,
    letter: message.letterId && reference ? { id: message.letterId, reference } : null,
    to: message.toAddress,
    subject: message.subject,
    status: MAIL_STATUS_WORDS[message.status],
    unsure: message.status === 'unsure',
    answer: message.answer,
    at: (message.claimedAt ?? message.createdAt).toISOString(),
    attempts: message.attempts,
  }));
}

interface JobRow extends Record<string, unknown> {
  id: string;
  data: { letterId?: string; messageId?: string };
  output: { message?: string } | null;
  created_on: string;
}

async function jobsOf(tx: Tx, orgId: string) {
  const dead = await tx.execute<JobRow>(sql`
    select id, data, output, created_on from pgboss.job
    where name = ${DEAD_QUEUE} and state < 'completed' and data->>'orgId' = ${orgId}
    order by created_on desc limit ${MOST}`);
  const [waiting] = await tx.execute<{ n: number }>(sql`
    select count(*)::integer as n from pgboss.job
    where name in ('letter.issue', 'mail.send') and state < 'completed' and data->>'orgId' = ${orgId}`);
  return {
    waitingJobs: waiting?.n ?? 0,
    failedJobs: dead.map(({ id, data, output, created_on }) => ({
      id,
      what: data.messageId ? 'Send an e-mail' : 'Issue a letter',
      letterId: data.letterId ?? null,
      answer: String(output?.message ?? '').slice(0, 500),
      at: new Date(created_on).toISOString(),
    })),
  };
}

async function lastSent(tx: Tx, orgId: string): Promise<string | null> {
  const [row] = await tx
    .select({ at: mailMessages.sentAt })
    .from(mailMessages)
    .where(and(eq(mailMessages.orgId, orgId), eq(mailMessages.status, 'sent')))
    .orderBy(desc(mailMessages.notBefore))
    .limit(1);
  return row?.at?.toISOString() ?? null;
}
