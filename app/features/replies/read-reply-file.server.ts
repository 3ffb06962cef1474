/** A file of a draft, with the answers found in it, for the person who sent it to look at before anything is taken over. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { replyFiles } from '../../../db/schema/index.server';
import { NOTHING_READ, type Reading } from '../files/examine/reading';
import { readAnswersFrom } from '../files/examine-file.server';
import type { ShownFile } from '../files/shown-file';
import { versionInWords } from '../letters/letter-row.server';
import type { ReplyQuestion } from '../letters/reply-form';
import { type Answer, gistOf } from './answer-fields';
import { answerInWords } from './answer-words';
import { shownFile } from './get-reply-page.server';
import { answeredVersion, outside } from './link-state.server';
import { readFileBytes } from './read-file.server';
import { answersOf, type FileRow, questionsOf, readDraft } from './reply-draft.server';
import type { Visitor } from './reply-guard.server';

/** A found answer beside what stands on the page now. */
export interface FoundAnswer {
  number: number;
  question: string;
  found: { words: string; comment: string };
  /** Empty: not answered so far. */
  now: string;
  /** The page says something else, which stays. */
  differs: boolean;
}

export interface ShownReading {
  title: string;
  problem: string | null;
  notes: string[];
  answers: FoundAnswer[];
  /** How many would be taken over. */
  fresh: number;
}

/** Reads the answers in a stored file; for a file with active content or damaged bytes nothing is read. */
export async function readingOf(
  tx: Tx,
  file: FileRow,
  letter: { reference: string; version: string; questions: ReplyQuestion[] },
): Promise<Reading> {
  const bytes = await readFileBytes(tx, file);
  return bytes ? readAnswersFrom({ name: file.name, bytes: new Uint8Array(bytes), ...letter }) : NOTHING_READ;
}

/** A file of the visitor's draft; null when it is none of theirs or was taken back. */
export async function fileOfDraft(tx: Tx, visitor: Visitor, fileId: string): Promise<FileRow | null> {
  const draft = await readDraft(tx, visitor);
  if (!draft) return null;
  const [row] = await tx
    .select()
    .from(replyFiles)
    .where(
      and(
        eq(replyFiles.orgId, visitor.orgId),
        eq(replyFiles.id, fileId),
        eq(replyFiles.replyId, draft.id),
        isNull(replyFiles.removedAt),
      ),
    );
  return row ?? null;
}

export function besideNow(
  questions: readonly ReplyQuestion[],
  reading: Reading,
  present: readonly Answer[],
): ShownReading {
  const now = new Map(present.map((answer) => [answer.number, answer]));
  const answers = reading.answers.flatMap((answer): FoundAnswer[] => {
    const question = questions.find(({ number }) => number === answer.number);
    if (!question) return [];
    const there = now.get(answer.number);
    const said = there ? [answerInWords(question, there), there.comment].filter(Boolean).join(' · ') : '';
    return [
      {
        number: answer.number,
        question: question.text,
        found: { words: answerInWords(question, answer), comment: answer.comment },
        now: said,
        differs: said !== '' && there !== undefined && gistOf(there) !== gistOf(answer),
      },
    ];
  });
  const { title, problem, notes } = reading;
  return { title, problem, notes, answers, fresh: answers.filter((one) => one.now === '').length };
}

/** The page of one file; null when there is no such file in the visitor's draft. */
export function readReplyFile(
  visitor: Visitor,
  fileId: string,
): Promise<{ organisation: string; file: ShownFile; reading: ShownReading } | null> {
  const { orgId, found } = visitor;
  return inOrganisation(outside(orgId), async (tx) => {
    const file = await fileOfDraft(tx, visitor, fileId);
    const version = file && (await answeredVersion(tx, orgId, found.letter.id));
    const draft = file && (await readDraft(tx, visitor));
    if (!file || !version || !draft) return null;
    const questions = questionsOf(version.form);
    const letter = { reference: found.letter.reference, version: versionInWords(version.number), questions };
    const reading = await readingOf(tx, file, letter);
    return {
      organisation: found.organisation,
      file: shownFile(file),
      reading: besideNow(questions, reading, await answersOf(tx, draft)),
    };
  });
}
