/** From a reply that was received to claims: one for each answered question, one for each VEX statement in its files. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  claims,
  contradictions,
  letterQuestions,
  letters,
  replies,
  replyAnswers,
  suppliers,
} from '../../../db/schema/index.server';
import { inTheBackground } from '../../audit/outsiders';
import { versionInWords } from '../letters/letter-row.server';
import { ReplyChoice } from '../letters/reply-form';
import { type AskedQuestion, claimFromAnswer } from './claim-from-answer';
import { findContradictions } from './find-contradictions.server';
import { type LetterScope, letterScopes } from './letter-matter.server';
import { replyDocument, saidByInWords } from './said-by';
import { vexClaims } from './vex-claims.server';

/** Claims put into one insert; far below PostgreSQL's limit of parameters. */
const AT_ONCE = 500;

/** "Install the March roll-up (CM-2026-000131)", as the beginning of a sentence. */
const aboutOf = ({ changes }: LetterScope): string =>
  changes.length > 0
    ? `The change “${changes.map(({ title, reference }) => `${title}” (${reference})`).join(' and “')}`
    : 'The change';

/**
 * Proposes the claims of a reply and looks for contradictions. A reply that has claims already gets none again.
 * @returns how many were proposed; 0 for an acknowledgement, which claims nothing
 */
export async function proposeClaims(tx: Tx, orgId: string, replyId: string): Promise<number> {
  const [found] = await tx
    .select({ reply: replies, letter: letters, supplierName: suppliers.name })
    .from(replies)
    .innerJoin(letters, and(eq(letters.orgId, replies.orgId), eq(letters.id, replies.letterId)))
    .innerJoin(suppliers, and(eq(suppliers.orgId, letters.orgId), eq(suppliers.id, letters.supplierId)))
    .where(and(eq(replies.orgId, orgId), eq(replies.id, replyId)));
  if (!found || found.reply.kind === 'acknowledgement') return 0;
  const { reply, letter, supplierName } = found;
  const [present] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.orgId, orgId), eq(claims.replyId, replyId)))
    .limit(1);
  if (present) return 0;
  const scopes = await letterScopes(tx, orgId, [letter.id]);
  const scope = scopes.get(letter.id);
  const about = scope ? aboutOf(scope) : 'The change';
  const rows = await tx
    .select({ question: letterQuestions, answer: replyAnswers })
    .from(replyAnswers)
    .innerJoin(
      letterQuestions,
      and(
        eq(letterQuestions.orgId, replyAnswers.orgId),
        eq(letterQuestions.letterId, letter.id),
        eq(letterQuestions.versionNumber, reply.versionNumber),
        eq(letterQuestions.number, replyAnswers.number),
      ),
    )
    .where(and(eq(replyAnswers.orgId, orgId), eq(replyAnswers.replyId, replyId)))
    .orderBy(asc(replyAnswers.number));
  const stamp = {
    orgId,
    replyId,
    letterId: letter.id,
    supplierId: letter.supplierId,
    saidBy: saidByInWords({ name: reply.responderName, role: reply.responderRole, supplier: supplierName }),
    saidOn: reply.cameOn ?? (reply.receivedAt ?? new Date()).toISOString().slice(0, 10),
  };
  const document = replyDocument(reply.channel, letter.reference, versionInWords(reply.versionNumber));
  const sides = letter.kind === 'clarification-request' ? await askedSides(tx, orgId, letter.id) : null;
  const answered = rows.flatMap(({ question, answer }) => {
    const claim = claimFromAnswer(sides ? withSides(question, sides) : question, answer, about);
    return claim ? [{ ...stamp, ...claim, document, page: `question ${question.number}` }] : [];
  });
  const fromFiles = (await vexClaims(tx, orgId, replyId)).map((claim) => ({ ...stamp, ...claim }));
  const all = [...answered, ...fromFiles];
  const ids: string[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const made = await tx
      .insert(claims)
      .values(all.slice(start, start + AT_ONCE))
      .returning({ id: claims.id });
    ids.push(...made.map(({ id }) => id));
  }
  if (ids.length > 0) {
    await findContradictions(tx, inTheBackground(orgId), { supplierId: letter.supplierId, claimIds: ids });
  }
  return ids.length;
}

type Sides = Pick<typeof contradictions.$inferSelect, 'subject' | 'one' | 'other'>;

/** The contradiction that a letter asks about; null when it asks about none of ours. */
async function askedSides(tx: Tx, orgId: string, letterId: string): Promise<Sides | null> {
  const [row] = await tx
    .select({ subject: contradictions.subject, one: contradictions.one, other: contradictions.other })
    .from(contradictions)
    .where(and(eq(contradictions.orgId, orgId), eq(contradictions.letterId, letterId)))
    .limit(1);
  return row ?? null;
}

/** "The first" and "the second" say what those statements said. */
function withSides<Q extends AskedQuestion>(question: Q, { subject, one, other }: Sides): Q {
  if (question.key !== subject) return question;
  const said: Record<string, unknown> = { one: one.value, other: other.value };
  return {
    ...question,
    choices: question.choices.map((choice) => {
      const value = ReplyChoice.shape.value.safeParse(said[choice.id]);
      return choice.value === undefined && value.success && value.data !== undefined
        ? { ...choice, value: value.data }
        : choice;
    }),
  };
}

/** How many claims of the organisation wait to be confirmed. */
export async function claimsWaiting(tx: Tx, orgId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(claims)
    .where(and(eq(claims.orgId, orgId), eq(claims.status, 'proposed'), isNull(claims.decidedAt)));
  return row?.count ?? 0;
}
