/**
 * Part of the minute's tick: at eight in the morning, where the organisation is, what waits for each person who asked for
 * it leaves as one e-mail. The outbox takes one a person and day, so two workers at once send it once; a day is settled
 * only after that, so a worker that dies between does it again and sends nothing twice.
 */
import { and, asc, eq, isNull, lt, ne, or } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { organisations, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import { organisationsWithChains } from '../../audit/verify.server';
import type { Actor } from '../../guard/actor';
import { placeOf } from '../clocks/place.server';
import { dayIn, instantOf } from '../clocks/time-of-day';
import { workOf } from '../home/my-work.server';
import { countOf } from '../home/task';
import { tasksOf } from '../home/waiting-tasks.server';
import { mailSettings } from '../mail/mail-settings.server';
import { queueMail } from '../mail/queue-mail.server';
import { settleDigest } from '../people/digest-setting.server';
import { publicOrigin } from '../replies/reply-address.server';
import { DIGEST_HOUR, isDigestDay } from './digest-choices';
import { digestMail } from './digest-text';

/** People seen to in one tick, of one organisation; the next tick goes on. */
const MOST = 200;

interface Due {
  day: string;
  people: Actor[];
}

/** Whose digest of today has not been seen to; nobody before eight. */
const dueIn = (orgId: string, now: Date): Promise<Due> =>
  inOrganisation({ orgId, userId: null }, async (tx) => {
    const { timeZone } = await placeOf(tx, orgId);
    const day = dayIn(timeZone, now);
    if (now < instantOf(day, DIGEST_HOUR, timeZone)) return { day, people: [] };
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, orgId));
    if (!organisation) return { day, people: [] };
    const { name, isDemonstration, country, nation } = organisation;
    const rows = await tx
      .select()
      .from(users)
      .where(
        and(
          eq(users.orgId, orgId),
          eq(users.active, true),
          isDigestDay('weekdays', day) ? ne(users.digest, 'none') : eq(users.digest, 'daily'),
          or(isNull(users.digestSentOn), lt(users.digestSentOn, day)),
        ),
      )
      .orderBy(asc(users.id))
      .limit(MOST);
    const people = rows.map((row) => ({
      ...{ userId: row.id, orgId, name: row.name, email: row.email, role: row.role, jobTitle: row.jobTitle },
      ...{ organisation: { name, isDemonstration, country, nation }, requestId: '', address: '' },
    }));
    return { day, people };
  });

/** @returns whether an e-mail was queued now */
async function sendOne(person: Actor, day: string, now: Date): Promise<boolean> {
  const { orgId, userId } = person;
  const queued = await inOrganisation({ orgId, userId: null }, async (tx) => {
    const lists = await tasksOf(tx, person, now);
    const work = await workOf(tx, person);
    const total = (rows: readonly { total: number }[]) => rows[0]?.total ?? 0;
    const mail = digestMail({
      ...{ name: person.name, organisation: person.organisation.name, origin: publicOrigin(), day, lists },
      others: [
        { count: total(work.unjudged), one: 'change to judge for safety', many: 'changes to judge for safety' },
        { count: total(work.waiting), one: 'change with questions', many: 'changes with questions' },
        { count: total(work.drafts), one: 'draft', many: 'drafts' },
        { count: total(work.letters), one: 'letter not sent', many: 'letters not sent' },
      ],
    });
    if (!mail) return false;
    const by = inTheBackground(orgId);
    const message = await queueMail(tx, by, {
      ...{ orgId, letterId: null, purpose: 'digest', onceKey: `digest:${userId}:${day}` },
      ...{ toAddress: person.email, toName: person.name, replyTo: '', ...mail },
      ...{ versionNumber: null, replyLinkId: null },
    });
    if (!message.isNew) return false;
    const { count, overdue } = countOf(lists);
    await record(tx, by, {
      action: 'digest.sent',
      object: { type: 'person', id: userId, ref: person.email },
      detail: { day, count, overdue, mail: message.id },
    });
    return true;
  });
  await settleDigest(orgId, userId, day);
  return queued;
}

/** Everywhere; nothing at all while no mail server is set up. @returns how many e-mails were queued */
export async function sendDigests(now = new Date()): Promise<number> {
  if (!mailSettings()) return 0;
  let sent = 0;
  for (const { id } of await organisationsWithChains()) {
    const { day, people } = await dueIn(id, now);
    for (const person of people) {
      try {
        if (await sendOne(person, day, now)) sent += 1;
      } catch (error) {
        console.error(`The digest of ${person.userId} could not be made; the next tick tries again:`, error);
      }
    }
  }
  return sent;
}
