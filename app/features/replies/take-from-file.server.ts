/** Taking over the answers that were found in a file, after a person has seen them. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { replies } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { supplierContact } from '../../audit/outsiders';
import { letterObject, lockLetter, versionInWords } from '../letters/letter-row.server';
import { answeredVersion, outside, readLink } from './link-state.server';
import { fileOfDraft, readingOf } from './read-reply-file.server';
import { answersOf, lockDraft, questionsOf } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';
import { takeAnswers } from './save-answers.server';

export type TakenOver = { ok: true; taken: number[] } | { ok: false; message: string };

/** Fills the open questions of the draft from a file; what was answered by hand stays. Null: no such file. */
export function takeFromFile(visitor: Visitor, fileId: string): Promise<TakenOver | null> {
  const { orgId, trail, found } = visitor;
  return inOrganisation(outside(orgId), async (tx): Promise<TakenOver | null> => {
    const file = await fileOfDraft(tx, visitor, fileId);
    const version = file && (await answeredVersion(tx, orgId, found.letter.id));
    if (!file || !version) return null;
    const questions = questionsOf(version.form);
    const asked = { reference: found.letter.reference, version: versionInWords(version.number), questions };
    const reading = await readingOf(tx, file, asked);
    if (reading.problem || !reading.basis) return { ok: false, message: reading.problem ?? 'It holds no answers.' };
    const letter = await lockLetter(tx, orgId, found.letter.id);
    if (!letter || (await readLink(tx, visitor))?.state !== 'open') {
      return { ok: false, message: 'The reply was sent meanwhile, so nothing was taken over.' };
    }
    const draft = await lockDraft(tx, visitor, letter.id);
    const result = await takeAnswers(tx, draft, await answersOf(tx, draft), questions, reading.answers);
    if (!result.ok) return { ok: false, message: Object.values(result.errors).flat().join(' ') };
    await tx
      .update(replies)
      .set({ basis: reading.basis, updatedAt: new Date() })
      .where(and(eq(replies.orgId, orgId), eq(replies.id, draft.id)));
    await record(tx, supplierContact(orgId, '', trail), {
      action: 'reply.saved',
      object: letterObject(letter),
      detail: { reply: draft.id, file: file.id, basis: reading.basis, questions: result.taken },
    });
    return { ok: true, taken: result.taken };
  });
}
