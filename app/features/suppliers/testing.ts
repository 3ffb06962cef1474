/** Letters with a past, for tests: written as they would have been by the features that own them. */
import { eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import {
  claims,
  clockPauses,
  letterClocks,
  letterModels,
  letterQuestions,
  letters,
  letterVersions,
  replies,
  replyAnswers,
} from '../../../db/schema/index.server';
import type { ClockStage } from '../../../db/schema/letters.server';
import type { Actor } from '../../guard/actor';
import type { LetterStatus } from '../letters/letter-status';

export interface Past {
  reference: string;
  supplierId: string;
  status?: LetterStatus;
  kind?: (typeof letters.$inferInsert)['kind'];
  written: string;
  sent?: string;
  acknowledged?: string;
  answered?: string;
  closed?: string;
  nextDue?: string;
  changeId?: string;
  models?: { modelId: string; units: number | null }[];
  clocks?: { stage: ClockStage; due: string; met?: string; stopped?: string }[];
  pauses?: { from: string; to: string | null; reason: string }[];
  questions?: { text: string; cves?: string[]; answer?: { choice: string; comment?: string } }[];
  /** Statements of the answer: waiting, or decided on that day. */
  claims?: (string | null)[];
}

const at = (day: string | undefined) => (day ? new Date(`${day}T10:00:00Z`) : null);
const CHOICES = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

/** Writes a letter with all that became of it; returns its id. */
export const aPastLetter = (actor: Actor, past: Past): Promise<string> =>
  inOrganisation(actor, async (tx) => {
    const { orgId, userId } = actor;
    const questions = past.questions ?? [];
    const answered = questions.filter((one) => one.answer);
    const [row] = await tx
      .insert(letters)
      .values({
        ...{ orgId, reference: past.reference, supplierId: past.supplierId, supplierName: 'Supplier' },
        ...{ subject: `About ${past.reference}`, authorName: 'Test engineer' },
        kind: past.kind ?? 'supplier-request-letter',
        status: past.status ?? 'sent',
        changeId: past.changeId ?? null,
        createdAt: at(past.written) ?? new Date(),
        sentAt: at(past.sent),
        acknowledgedAt: at(past.acknowledged),
        answeredAt: at(past.answered),
        closedAt: at(past.closed),
        nextDue: past.nextDue ?? null,
        questionsAsked: questions.length,
        questionsOpen: questions.length - answered.length,
      })
      .returning({ id: letters.id });
    const letterId = row?.id ?? '';
    await tx.insert(letterVersions).values({
      ...{ orgId, letterId, number: 1, model: {}, authors: [userId], createdByName: 'Test engineer' },
    });
    if (past.models) await tx.insert(letterModels).values(past.models.map((one) => ({ orgId, letterId, ...one })));
    for (const { stage, due, met, stopped } of past.clocks ?? [])
      await tx.insert(letterClocks).values({
        ...{
          orgId,
          letterId,
          stage,
          startsOn: past.sent ?? past.written,
          days: 5,
          unit: 'working',
          calendar: 'GB-ENG',
        },
        ...{ firstDue: due, dueOn: due, origin: 'test', metAt: at(met), stoppedAt: at(stopped) },
      });
    for (const { from, to, reason } of past.pauses ?? [])
      await tx.insert(clockPauses).values({ orgId, letterId, fromOn: from, toOn: to, reason });
    for (const [index, one] of questions.entries())
      await tx.insert(letterQuestions).values({
        ...{ orgId, letterId, versionNumber: 1, number: index + 1, key: `fact:${index}`, text: one.text },
        ...{
          choices: CHOICES,
          cves: one.cves ?? [],
          deciding: true,
          answeredAt: one.answer ? at(past.answered) : null,
        },
      });
    if (answered.length === 0) return letterId;
    const [reply] = await tx
      .insert(replies)
      .values({ orgId, letterId, versionNumber: 1, channel: 'link', responderName: 'Ines Bauer' })
      .returning({ id: replies.id });
    const replyId = reply?.id ?? '';
    for (const [index, one] of questions.entries())
      if (one.answer) await tx.insert(replyAnswers).values({ orgId, replyId, number: index + 1, ...one.answer });
    await tx
      .update(replies)
      .set({ status: 'received', receivedAt: at(past.answered) })
      .where(eq(replies.id, replyId));
    for (const decided of past.claims ?? [])
      await tx.insert(claims).values({
        ...{ orgId, replyId, letterId, supplierId: past.supplierId, subject: 'fact:x', label: 'X', statement: 'X.' },
        ...{ quotation: 'x', document: 'reply', saidBy: 'Ines Bauer', saidOn: past.answered ?? past.written },
        ...(decided
          ? { status: 'confirmed' as const, decidedBy: userId, decidedByName: 'T', decidedAt: at(decided) }
          : {}),
      });
    return letterId;
  });
