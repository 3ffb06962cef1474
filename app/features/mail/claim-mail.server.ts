/** The steps of a message through the outbox, each committed by itself. A worker moves only what it has claimed. */
import { and, eq, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import { inOrganisation, type Tenant, type Tx } from '../../../db/client.server';
import { once } from '../../../db/once';
import { mailMessages } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { workerGone, workerName } from '../jobs/worker-life.server';
import { recordMailOutcome } from '../letters/record-mail-outcome.server';
import { type Material, type MessageRow, readMail } from './read-mail.server';

/** Messages that this process is handing over at the moment. What it claimed and is not among them was given up. */
const inFlight = () => once('mail.in-flight', () => new Set<string>());

/** A worker that has just begun may not hold its lock in everybody's eyes yet. */
const GRACE = sql`interval '5 seconds'`;

const own = (orgId: string, id: string) => and(eq(mailMessages.orgId, orgId), eq(mailMessages.id, id));

/**
 * Finds messages whose worker died. Before the end of the message was about to leave, they are queued again; after, they
 * become "unsure", and a person decides. Where the server had answered, the letter is told what it did.
 * @returns ids of those that are queued again
 */
export async function takeBack(tx: Tx, orgId: string, now: Date, id?: string): Promise<string[]> {
  const given = [...inFlight()];
  const lost = and(
    eq(mailMessages.orgId, orgId),
    id ? eq(mailMessages.id, id) : undefined,
    isNotNull(mailMessages.claimedBy),
    sql`${mailMessages.claimedAt} < now() - ${GRACE}`,
    or(
      workerGone('claimed_by'),
      and(eq(mailMessages.claimedBy, workerName()), given.length > 0 ? notInArray(mailMessages.id, given) : undefined),
    ),
  );
  const unsure = await tx
    .update(mailMessages)
    .set({ status: 'unsure', answer: 'The worker ended while the message was being handed over.' })
    .where(and(lost, eq(mailMessages.status, 'handing_over')))
    .returning();
  const again = await tx
    .update(mailMessages)
    .set({ status: 'queued', claimedBy: null, claimedAt: null })
    .where(and(lost, eq(mailMessages.status, 'sending')))
    .returning({ id: mailMessages.id });
  const untold = await tx
    .update(mailMessages)
    .set({ claimedBy: null })
    .where(and(lost, eq(mailMessages.status, 'sent')))
    .returning();
  for (const message of unsure) await settled(tx, message, 'unsure', now, message.answer);
  for (const message of untold) await settled(tx, message, 'sent', message.sentAt ?? now, message.answer);
  return again.map((row) => row.id);
}

/** Moves a queued message whose time has come to "sending", in the name of this worker. */
async function claim(tx: Tx, orgId: string, id: string, worker: string): Promise<MessageRow | undefined> {
  const [message] = await tx
    .update(mailMessages)
    .set({ status: 'sending', attempts: sql`${mailMessages.attempts} + 1`, claimedBy: worker, claimedAt: sql`now()` })
    .where(and(own(orgId, id), eq(mailMessages.status, 'queued'), sql`${mailMessages.notBefore} <= now()`))
    .returning();
  return message;
}

/** Claims a message and reads what it needs; null when there is nothing to do. */
export const claimMail = (tenant: Tenant, id: string, worker: string): Promise<Material | null> =>
  inOrganisation(tenant, async (tx) => {
    const { orgId } = tenant;
    const message =
      (await claim(tx, orgId, id, worker)) ??
      ((await takeBack(tx, orgId, new Date(), id)).length > 0 ? await claim(tx, orgId, id, worker) : undefined);
    return message ? readMail(tx, message) : null;
  });

/** Runs `work` on a claimed message; while it does, nobody in this process takes the message for given up. */
export async function handling<T>(id: string, work: () => Promise<T>): Promise<T> {
  inFlight().add(id);
  try {
    return await work();
  } finally {
    inFlight().delete(id);
  }
}

/** Commits "handing over". Throws when somebody else has taken the message meanwhile: then its end must not leave. */
export const handOver = (tenant: Tenant, id: string, worker: string): Promise<void> =>
  inOrganisation(tenant, async (tx) => {
    const rows = await tx
      .update(mailMessages)
      .set({ status: 'handing_over' })
      .where(and(own(tenant.orgId, id), eq(mailMessages.status, 'sending'), eq(mailMessages.claimedBy, worker)))
      .returning({ id: mailMessages.id });
    if (rows.length === 0) throw new Error('Another worker has taken this message over.');
  });

type End = 'sent' | 'refused' | 'failed' | 'unsure';

const ACTION = {
  sent: 'mail.sent',
  refused: 'mail.refused',
  failed: 'mail.failed',
  unsure: 'mail.unsure',
} as const;

/** Tells the letter and the record what became of a message. */
async function settled(tx: Tx, message: MessageRow, end: End, at: Date, answer: string): Promise<void> {
  await recordMailOutcome(tx, message, { status: end, at, answer });
  await record(tx, inTheBackground(message.orgId), {
    action: ACTION[end],
    object: { type: 'mail', id: message.id, ref: message.subject },
    detail: { to: message.toAddress, purpose: message.purpose, attempts: message.attempts, answer },
  });
}

/**
 * Keeps at once that the server has taken a message, and nothing else: until this is committed nobody could know. The
 * claim stays until the letter is told (`tellSent`); what a worker leaves untold when it dies, `takeBack` tells.
 */
export const keepSent = (tenant: Tenant, id: string, worker: string, answer: string, at: Date) =>
  inOrganisation(tenant, (tx) =>
    tx
      .update(mailMessages)
      .set({ status: 'sent', answer, sentAt: at })
      .where(
        and(
          own(tenant.orgId, id),
          // What the server said counts even where another worker gave the message up meanwhile.
          inArray(mailMessages.status, ['handing_over', 'unsure']),
          eq(mailMessages.claimedBy, worker),
        ),
      ),
  );

/** Tells the letter and the record that a message of this worker was sent; once. */
export const tellSent = (tenant: Tenant, id: string, worker: string) =>
  inOrganisation(tenant, async (tx) => {
    const [message] = await tx
      .update(mailMessages)
      .set({ claimedBy: null })
      .where(and(own(tenant.orgId, id), eq(mailMessages.status, 'sent'), eq(mailMessages.claimedBy, worker)))
      .returning();
    if (message) await settled(tx, message, 'sent', message.sentAt ?? new Date(), message.answer);
  });

/** Keeps that an attempt ended for good without having been sent, as far as anybody knows. */
export const endMail = (tenant: Tenant, id: string, worker: string, end: Exclude<End, 'sent'>, answer: string) =>
  inOrganisation(tenant, async (tx) => {
    const [message] = await tx
      .update(mailMessages)
      .set({ status: end, answer })
      .where(
        and(
          own(tenant.orgId, id),
          inArray(mailMessages.status, ['sending', 'handing_over']),
          eq(mailMessages.claimedBy, worker),
        ),
      )
      .returning();
    if (message) await settled(tx, message, end, new Date(), answer);
  });

/** Puts a message back to be tried again. @param ask what asks for that attempt, in the same transaction */
export const queueAgain = (
  tenant: Tenant,
  id: string,
  worker: string,
  again: { answer: string; notBefore: Date },
  ask: (tx: Tx) => Promise<void>,
) =>
  inOrganisation(tenant, async (tx) => {
    const rows = await tx
      .update(mailMessages)
      .set({ status: 'queued', claimedBy: null, claimedAt: null, ...again })
      .where(
        and(
          own(tenant.orgId, id),
          inArray(mailMessages.status, ['sending', 'handing_over']),
          eq(mailMessages.claimedBy, worker),
        ),
      )
      .returning({ id: mailMessages.id });
    if (rows.length > 0) await ask(tx);
  });
