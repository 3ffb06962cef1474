/** Saving what stands on the reply page: by anybody behind the link, as often as they like. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import { supplierContact } from '../../audit/outsiders';
import { letterObject, lockLetter } from '../letters/letter-row.server';
import { type Errors, type PostedAnswer, readAnswers } from './answer-fields';
import { answeredVersion, outside, readLink } from './link-state.server';
import { answersOf, lockDraft, questionsOf } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';
import { type Conflict, saveAnswers } from './save-answers.server';

export type PageSaved =
  | { ok: true; saved: number[]; conflicts: Conflict[] }
  /** Nothing of it is saved: which fields, and why. */
  | { ok: false; errors: Errors };

const GONE: PageSaved = {
  ok: false,
  errors: { '': ['The reply was sent or the link has ended meanwhile, so nothing was saved.'] },
};

/** Saves each changed answer of a posted page by itself; refused ones are named by their field. */
export function saveReplyPage(visitor: Visitor, form: FormData): Promise<PageSaved> {
  const { orgId, trail, linkId } = visitor;
  return inOrganisation(outside(orgId), async (tx): Promise<PageSaved> => {
    const now = await readLink(tx, visitor);
    const version = now?.state === 'open' ? await answeredVersion(tx, orgId, now.letter.id) : null;
    if (!now || !version) return GONE;
    const questions = questionsOf(version.form);
    const { answers, errors } = readAnswers(questions, form);
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    // Letter, then draft, then trail: the order in which whoever sends locks them too.
    await lockLetter(tx, orgId, now.letter.id);
    if ((await readLink(tx, visitor))?.state !== 'open') return GONE;
    const draft = await lockDraft(tx, visitor, now.letter.id);
    const result = await saveAnswers(tx, draft, await answersOf(tx, draft), answers);
    if (result.saved.length > 0) {
      await record(tx, supplierContact(orgId, '', trail), {
        action: 'reply.saved',
        object: letterObject(now.letter),
        detail: { reply: draft.id, link: linkId, questions: result.saved },
      });
    }
    return { ok: true, ...result };
  });
}

/** The answers of a posted page as they were typed, to be shown again when they were refused. */
export const postedAnswers = ({ orgId, found }: Visitor, form: FormData): Promise<PostedAnswer[]> =>
  inOrganisation(outside(orgId), async (tx) => {
    const version = await answeredVersion(tx, orgId, found.letter.id);
    return readAnswers(questionsOf(version?.form), form).answers;
  });
