/** The questions a letter asks, what was answered to each, and what became of the claims in those answers. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { LetterRow } from './letter-row.server';
import type { AnswerView, QuestionView } from './letter-view';
import type { ReplyChoice } from './reply-form';

type RawQuestion = {
  number: number;
  text: string;
  deciding: boolean;
  choices: ReplyChoice[];
  answered_at: string | null;
  proposed: number;
  confirmed: number;
  set_aside: number;
};

type RawAnswer = {
  number: number;
  reply_id: string;
  choice: string;
  fill: string;
  comment: string;
  by: string;
  at: string;
  entered_by_name: string;
};

/** Questions of the version issued last. Empty until one is issued, and for letters that ask nothing. Two queries. */
export async function questionsOf(tx: Tx, { orgId, id }: LetterRow): Promise<QuestionView[]> {
  const questions = await tx.execute<RawQuestion>(sql`
    select q.number, q.text, q.deciding, q.choices, q.answered_at,
      count(c.id) filter (where c.status = 'proposed')::int as proposed,
      count(c.id) filter (where c.status = 'confirmed')::int as confirmed,
      count(c.id) filter (where c.status = 'set_aside')::int as set_aside
    from letter_questions q
    left join claims c on c.org_id = q.org_id and c.letter_id = q.letter_id and c.question_number = q.number
    where q.org_id = ${orgId} and q.letter_id = ${id} and q.version_number = (
      select max(version_number) from letter_questions l where l.org_id = ${orgId} and l.letter_id = ${id})
    group by q.number, q.text, q.deciding, q.choices, q.answered_at
    order by q.number`);
  if (questions.length === 0) return [];
  const answers = await tx.execute<RawAnswer>(sql`
    select a.number, a.reply_id, a.choice, a.fill, a.comment, r.responder_name as by, r.received_at as at,
      r.entered_by_name
    from replies r
    join reply_answers a on a.org_id = r.org_id and a.reply_id = r.id
    where r.org_id = ${orgId} and r.letter_id = ${id} and r.status = 'received'
      and (a.choice <> '' or a.fill <> '' or a.comment <> '')
    order by r.received_at desc, a.number
    limit 2000`);
  return [...questions].map((question) => ({
    number: question.number,
    text: question.text,
    deciding: question.deciding,
    answeredAt: question.answered_at ? new Date(question.answered_at).toISOString() : null,
    answers: answers
      .filter(({ number }) => number === question.number)
      .map((answer) => asAnswer(answer, question.choices)),
    claims: { proposed: question.proposed, confirmed: question.confirmed, setAside: question.set_aside },
  }));
}

/** As answers read everywhere: "No, because" and what was written on the line. */
function ticked({ choice, fill }: RawAnswer, choices: ReplyChoice[]): string {
  const found = choices.find(({ id }) => id === choice);
  return found ? [found.label, fill ? found.fill : ''].filter(Boolean).join(' ') : choice;
}

const asAnswer = (answer: RawAnswer, choices: ReplyChoice[]): AnswerView => ({
  replyId: answer.reply_id,
  choice: ticked(answer, choices),
  fill: answer.fill,
  comment: answer.comment,
  by: answer.by,
  at: new Date(answer.at).toISOString(),
  enteredByName: answer.entered_by_name,
});
