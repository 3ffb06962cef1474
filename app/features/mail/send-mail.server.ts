/**
 * Job `mail.send`: hands one queued message to the mail server. Run twice, or in two places at once, it sends once: only
 * a queued message is claimed, and its end leaves only from whoever holds the claim.
 */
import { z } from 'zod';
import { enqueue } from '../jobs/enqueue.server';
import { workerName } from '../jobs/worker-life.server';
import { claimMail, endMail, handling, handOver, keepSent, queueAgain, tellSent } from './claim-mail.server';
import { compose } from './compose.server';
import { type MailSettings, mailSettings } from './mail-settings.server';
import { post } from './post.server';
import { DamagedFile, letterheadOf, type Material } from './read-mail.server';
import { answerOf, nextAttempt, type PostError, verdictOf } from './verdict';

export type MailEnd = 'sent' | 'refused' | 'failed' | 'unsure' | 'again' | 'waits' | 'nothing';

const ATTEMPTS_OVER = 'given up after the last attempt: ';

/**
 * @param worker name of whoever sends, for tests that are several
 * @returns what became of it; "waits": no mail server is set up; "nothing": it is not (or no longer) queued
 */
export async function sendMail(
  { orgId, messageId }: { orgId: string; messageId: string },
  worker = workerName(),
): Promise<MailEnd> {
  const settings = mailSettings();
  if (!settings) return 'waits';
  const tenant = { orgId, userId: null };
  const material = await claimMail(tenant, messageId, worker);
  if (!material) return 'nothing';
  return handling(messageId, () => deliver(settings, material, worker));
}

async function deliver(settings: MailSettings, material: Material, worker: string): Promise<MailEnd> {
  const { orgId, id, toAddress } = material.message;
  const tenant = { orgId, userId: null };
  let handedOver = false;
  let answer: string;
  try {
    if (!z.email().safeParse(toAddress).success) {
      throw Object.assign(new Error('This is no e-mail address.'), { responseCode: 553, command: 'RCPT TO' });
    }
    const mime = await compose(settings, await letterheadOf(material));
    answer = await post(settings, {
      to: toAddress,
      mime,
      beforeLastByte: async () => {
        await handOver(tenant, id, worker);
        handedOver = true;
      },
    });
  } catch (error) {
    return afterwards(material, worker, error as PostError, handedOver);
  }
  await keepSent(tenant, id, worker, answerOf(answer), new Date());
  // Fails with the job, which is tried again; the next attempt finds it sent and tells.
  await tellSent(tenant, id, worker);
  return 'sent';
}

async function afterwards({ message }: Material, worker: string, error: PostError, handedOver: boolean) {
  const { orgId, id, attempts } = message;
  const tenant = { orgId, userId: null };
  const answer = answerOf(error.message);
  const now = new Date();
  if (error instanceof DamagedFile) {
    await endMail(tenant, id, worker, 'failed', answer);
    return 'failed';
  }
  const verdict = verdictOf(error, handedOver);
  if (verdict !== 'again') {
    await endMail(tenant, id, worker, verdict, answer);
    return verdict;
  }
  const notBefore = nextAttempt(attempts, now);
  if (!notBefore) {
    await endMail(tenant, id, worker, 'failed', ATTEMPTS_OVER + answer);
    return 'failed';
  }
  await queueAgain(tenant, id, worker, { answer, notBefore }, (tx) =>
    enqueue(tx, 'mail.send', { orgId, messageId: id }, { startAfter: notBefore }),
  );
  return 'again';
}
