/** Recording a reply that came by post, telephone, e-mail or in a meeting: the same record, and it says who typed it. */
import { inOrganisation } from '../../../db/client.server';
import { replies, replyAnswers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { examineAll } from '../files/examined.server';
import type { SpooledFile } from '../files/spool.server';
import { letterObject, lockLetter, versionInWords } from '../letters/letter-row.server';
import { ReplyForm, type ReplyQuestion } from '../letters/reply-form';
import { type Answer, type Errors, isAnswered, readAnswers } from './answer-fields';
import { answeredVersion } from './link-state.server';
import { receiveReply } from './receive-reply.server';
import type { StaffReply } from './staff-form';
import { storeFiles } from './store-files.server';

/** What the form of a letter shows; null when there is no such letter here. */
export interface StaffPage {
  letterId: string;
  reference: string;
  version: string;
  subject: string;
  supplier: string;
  questions: ReplyQuestion[];
  /** Why nothing can be recorded now; null when it can. */
  closed: string | null;
}

export const getStaffPage = (actor: Actor, letterId: string): Promise<StaffPage | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    const version = await answeredVersion(tx, actor.orgId, letterId);
    const ended = letter.status === 'closed' || letter.status === 'withdrawn';
    return {
      letterId,
      reference: letter.reference,
      version: version ? versionInWords(version.number) : '',
      subject: letter.subject,
      supplier: letter.supplierName,
      questions: version?.form ? ReplyForm.parse(version.form).questions : [],
      closed: !version
        ? 'This letter was not issued yet, so nobody can have answered it.'
        : ended
          ? `This letter is ${letter.status}, so no reply to it is recorded.`
          : null,
    };
  });

export type Recorded = { ok: true; replyId: string } | { ok: false; errors: Errors };

class Undo extends Error {
  constructor(readonly errors: Errors) {
    super('refused');
  }
}

const signed = (typed: StaffReply) => ({
  responderName: typed.name,
  responderRole: typed.role,
  responderEmail: typed.email,
  theirReference: typed.their_reference,
  fallbackContact: typed.fallback,
  message: typed.message,
});

/** Records the reply with its answers and files in one transaction. Null when there is no such letter here. */
export async function recordReply(
  actor: Actor,
  letterId: string,
  typed: StaffReply,
  form: FormData,
  files: readonly SpooledFile[],
): Promise<Recorded | null> {
  const examined = await examineAll(files);
  const refused = examined.flatMap(({ name, examination }) =>
    examination.ok ? [] : [`${name} was not taken. ${examination.message}`],
  );
  if (refused.length > 0) return { ok: false, errors: { files: refused } };
  try {
    return await inOrganisation(actor, async (tx): Promise<Recorded | null> => {
      const letter = await lockLetter(tx, actor.orgId, letterId);
      const version = letter && (await answeredVersion(tx, actor.orgId, letterId));
      if (!letter) return null;
      if (!version) throw new Undo({ '': ['This letter was not issued yet, so nobody can have answered it.'] });
      const sentOn = letter.sentAt?.toISOString().slice(0, 10);
      if (sentOn && typed.came_on < sentOn) throw new Undo({ came_on: [`The letter was sent only on ${sentOn}.`] });
      const questions = version.form ? ReplyForm.parse(version.form).questions : [];
      const { answers, errors } = readAnswers(questions, form);
      if (Object.keys(errors).length > 0) throw new Undo(errors);
      const given: Answer[] = typed.kind === 'answer' ? answers.filter((answer) => isAnswered(answer)) : [];
      if (typed.kind === 'answer' && given.length === 0 && files.length === 0 && !typed.message) {
        throw new Undo({ '': ['Record an answer, a file or what was said.'] });
      }
      const [reply] = await tx
        .insert(replies)
        .values({
          ...{ orgId: actor.orgId, letterId, versionNumber: version.number, channel: typed.channel, kind: typed.kind },
          ...{ cameOn: typed.came_on, enteredBy: actor.userId, enteredByName: actor.name },
        })
        .returning();
      if (!reply) throw new Error('A reply was not stored');
      if (given.length > 0) {
        const own = { orgId: actor.orgId, replyId: reply.id };
        await tx
          .insert(replyAnswers)
          .values(given.map(({ number, choice, fill, comment }) => ({ ...own, number, choice, fill, comment })));
      }
      const stored = await storeFiles(tx, auditActor(actor), letterObject(letter), reply, examined);
      if (stored.refused.length > 0) throw new Undo({ files: stored.refused.map(({ message }) => message) });
      const received = await receiveReply(tx, auditActor(actor), letter, reply, signed(typed));
      if (!received.ok) throw new Undo({ '': [received.message] });
      return { ok: true, replyId: reply.id };
    });
  } catch (error) {
    if (error instanceof Undo) return { ok: false, errors: error.errors };
    throw error;
  }
}
