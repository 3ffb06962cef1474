/** What hangs on a letter, read for its page: one query each, whatever there is. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  campaigns,
  deviceModels,
  letterClocks,
  letterDeliveries,
  letterModels,
  letters,
  mailMessages,
  replies,
  replyLinks,
} from '../../../db/schema/index.server';
import { type LetterRow, versionInWords } from './letter-row.server';
import type { ClockView, DeliveryView, LetterBrief, LetterView, LinkView, ReplyBrief } from './letter-view';

const MOST = 100;
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** The changes it asks for, each with the assessment its questions come from and the latest one. */
export async function changesOf(tx: Tx, { orgId, id }: LetterRow): Promise<LetterView['changes']> {
  const rows = await tx.execute<LetterView['changes'][number]>(sql`
    select c.id, c.reference, left(c.title, 200) as title, a.number as "assessmentNumber",
      (select max(number) from assessments l where l.org_id = c.org_id and l.change_id = c.id) as latest
    from letter_changes lc
    join changes c on c.org_id = lc.org_id and c.id = lc.change_id
    left join assessments a on a.org_id = lc.org_id and a.id = lc.assessment_id
    where lc.org_id = ${orgId} and lc.letter_id = ${id}
    order by c.reference limit ${MOST}`);
  return rows.map(({ id: changeId, reference, title, assessmentNumber, latest }) => ({
    id: changeId,
    reference,
    title,
    assessmentNumber,
    latest,
  }));
}

export const modelsOf = (tx: Tx, { orgId, id }: LetterRow): Promise<LetterView['models']> =>
  tx
    .select({ id: deviceModels.id, name: deviceModels.name, units: letterModels.units })
    .from(letterModels)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, letterModels.orgId), eq(deviceModels.id, letterModels.modelId)))
    .where(and(eq(letterModels.orgId, orgId), eq(letterModels.letterId, id)))
    .orderBy(asc(deviceModels.name), asc(deviceModels.id))
    .limit(MOST);

export async function campaignOf(tx: Tx, letter: LetterRow): Promise<LetterView['campaign']> {
  if (!letter.campaignId) return null;
  const [row] = await tx
    .select({ id: campaigns.id, title: campaigns.title })
    .from(campaigns)
    .where(and(eq(campaigns.orgId, letter.orgId), eq(campaigns.id, letter.campaignId)));
  return row ?? null;
}

const brief = { id: letters.id, reference: letters.reference, kind: letters.kind, status: letters.status };

/** The letter it follows, and those that follow it. */
export async function around(
  tx: Tx,
  letter: LetterRow,
): Promise<{ follows: LetterBrief | null; followers: LetterBrief[] }> {
  const before = letter.followsId
    ? await tx
        .select(brief)
        .from(letters)
        .where(and(eq(letters.orgId, letter.orgId), eq(letters.id, letter.followsId)))
    : [];
  const followers = await tx
    .select(brief)
    .from(letters)
    .where(and(eq(letters.orgId, letter.orgId), eq(letters.followsId, letter.id)))
    .orderBy(desc(letters.id))
    .limit(MOST);
  return { follows: before[0] ?? null, followers };
}

/** How it left, each with what became of its e-mail, the latest first. */
export async function deliveriesOf(tx: Tx, { orgId, id }: LetterRow): Promise<DeliveryView[]> {
  const rows = await tx
    .select({
      delivery: letterDeliveries,
      mailStatus: mailMessages.status,
      answer: mailMessages.answer,
      attempts: mailMessages.attempts,
    })
    .from(letterDeliveries)
    .leftJoin(
      mailMessages,
      and(eq(mailMessages.orgId, letterDeliveries.orgId), eq(mailMessages.id, letterDeliveries.messageId)),
    )
    .where(and(eq(letterDeliveries.orgId, orgId), eq(letterDeliveries.letterId, id)))
    .orderBy(desc(letterDeliveries.createdAt), desc(letterDeliveries.id))
    .limit(MOST);
  return rows.map(({ delivery, mailStatus, answer, attempts }) => ({
    id: delivery.id,
    version: versionInWords(delivery.versionNumber),
    channel: delivery.channel,
    recipient: delivery.recipient,
    sentOn: delivery.sentOn,
    proof: delivery.proof,
    bounceReason: delivery.bouncedAt ? delivery.bounceReason || 'It did not arrive.' : '',
    createdAt: delivery.createdAt.toISOString(),
    createdByName: delivery.createdByName,
    mail:
      delivery.messageId && mailStatus
        ? { id: delivery.messageId, status: mailStatus, answer: answer ?? '', attempts: attempts ?? 0 }
        : null,
  }));
}

/** The ways in for the supplier, the latest first; never their addresses. */
export async function linksOf(tx: Tx, { orgId, id }: LetterRow): Promise<LinkView[]> {
  const rows = await tx
    .select()
    .from(replyLinks)
    .where(and(eq(replyLinks.orgId, orgId), eq(replyLinks.letterId, id)))
    .orderBy(desc(replyLinks.createdAt), desc(replyLinks.id))
    .limit(MOST);
  return rows.map((row) => ({
    id: row.id,
    sentTo: row.sentTo,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    expiresAt: row.expiresAt.toISOString(),
    openedAt: iso(row.openedAt),
    completedAt: iso(row.completedAt),
    revokedAt: iso(row.revokedAt),
    revokedByName: row.revokedByName,
    revokeReason: row.revokeReason,
  }));
}

export async function clocksOf(tx: Tx, { orgId, id }: LetterRow): Promise<ClockView[]> {
  const rows = await tx
    .select()
    .from(letterClocks)
    .where(and(eq(letterClocks.orgId, orgId), eq(letterClocks.letterId, id)))
    .orderBy(asc(letterClocks.dueOn), asc(letterClocks.stage));
  return rows.map(({ stage, dueOn, firstDue, metAt, stoppedAt, stopReason }) => ({
    stage,
    dueOn,
    firstDue,
    metAt: iso(metAt),
    stoppedAt: iso(stoppedAt),
    stopReason,
  }));
}

/** Replies that were received, the latest first. */
export async function repliesOf(tx: Tx, { orgId, id }: LetterRow): Promise<ReplyBrief[]> {
  const rows = await tx
    .select({
      id: replies.id,
      channel: replies.channel,
      kind: replies.kind,
      responder: replies.responderName,
      receivedAt: replies.receivedAt,
      createdAt: replies.createdAt,
      enteredByName: replies.enteredByName,
    })
    .from(replies)
    .where(and(eq(replies.orgId, orgId), eq(replies.letterId, id), eq(replies.status, 'received')))
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(MOST);
  return rows.map(({ receivedAt, createdAt, ...row }) => ({
    ...row,
    receivedAt: (receivedAt ?? createdAt).toISOString(),
  }));
}
