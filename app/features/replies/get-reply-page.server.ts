/** Everything the pages behind a link show. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { ShownFile } from '../files/shown-file';
import { versionInWords } from '../letters/letter-row.server';
import { ReplyForm, type ReplyQuestion } from '../letters/reply-form';
import { type Answer, gistOf, isAnswered } from './answer-fields';
import { answeredVersion, outside } from './link-state.server';
import { type AnswerRow, answersOf, type FileRow, filesOf, readDraft } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';

/** A question with what is saved for it. */
export interface AskedQuestion {
  question: ReplyQuestion;
  answer: Answer & { version: number; shown: string };
}

export interface ReplyPage {
  organisation: string;
  supplier: string;
  reference: string;
  /** "v1.0" */
  version: string;
  subject: string;
  /** ISO day. */
  answerBy: string | null;
  contact: { label: string; value: string }[];
  asked: AskedQuestion[];
  answered: number;
  files: ShownFile[];
  /** ISO; when somebody on their side said that they have it. */
  acknowledgedAt: string | null;
}

export const shownFile = ({ id, name, size, sha256, verdict, findings }: FileRow): ShownFile => ({
  ...{ id, name, size, sha256, verdict, findings },
});

/** Lines of the letter's contact that are filled in; what was left blank in it is not shown. */
export function contactOf(model: unknown): { label: string; value: string }[] {
  const { contact } = model as { contact?: { label?: unknown; value?: unknown }[] };
  return (Array.isArray(contact) ? contact : []).flatMap(({ label, value }) =>
    typeof label === 'string' && typeof value === 'string' && value ? [{ label, value }] : [],
  );
}

export function askedQuestions(questions: readonly ReplyQuestion[], rows: readonly AnswerRow[]): AskedQuestion[] {
  const saved = new Map(rows.map((row) => [row.number, row]));
  return questions.map((question) => {
    const { choice = '', fill = '', comment = '', version = 0 } = saved.get(question.number) ?? {};
    const answer = { number: question.number, choice, fill, comment };
    return { question, answer: { ...answer, version, shown: gistOf(answer) } };
  });
}

/** The present state of the reply behind a visitor's link, read within `tx`. */
export async function readReplyPage(tx: Tx, visitor: Visitor): Promise<ReplyPage> {
  const { orgId, found } = visitor;
  const version = await answeredVersion(tx, orgId, found.letter.id);
  if (!version) throw new Error('A reply link leads to a letter that was never issued');
  const form = version.form ? ReplyForm.parse(version.form) : null;
  const draft = await readDraft(tx, visitor);
  const rows = draft ? await answersOf(tx, draft) : [];
  const asked = askedQuestions(form?.questions ?? [], rows);
  return {
    organisation: found.organisation,
    supplier: found.letter.supplierName,
    reference: found.letter.reference,
    version: versionInWords(version.number),
    subject: found.letter.subject,
    answerBy: form?.answer_by ?? null,
    contact: contactOf(version.model),
    asked,
    answered: asked.filter(({ answer }) => isAnswered(answer)).length,
    files: draft ? (await filesOf(tx, draft)).map(shownFile) : [],
    acknowledgedAt: found.acknowledgedAt?.toISOString() ?? null,
  };
}

/** As `readReplyPage`, in a transaction of its own. */
export const getReplyPage = (visitor: Visitor): Promise<ReplyPage> =>
  inOrganisation(outside(visitor.orgId), (tx) => readReplyPage(tx, visitor));
