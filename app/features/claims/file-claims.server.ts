/** Taking a claim out of a file of a reply: what the file offers, and what a person takes, with page and exact words. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { claims, letterQuestions, letters, replies, replyFiles, suppliers } from '../../../db/schema/index.server';
import { readText } from '../../../documents/read-text.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { optionalText, requiredText } from '../text-input';
import { fitsFact } from './claim-from-answer';
import { claimObject } from './claim-row.server';
import { fileBytes } from './file-bytes.server';
import { findContradictions } from './find-contradictions.server';
import { saidByInWords } from './said-by';
import { pageOfWords, type Sentence, speakingSentences } from './sentences';
import { subjectInWords } from './subject';
import { readSaying } from './subject-choices';
import { readJson } from './vex-claims.server';
import { vexQuotation, vexStatements } from './vex-statements';

export interface FileSubject {
  key: string;
  words: string;
}

export interface FileOffer {
  file: { id: string; name: string; activeContent: boolean };
  letter: { id: string; reference: string };
  replyId: string;
  subjects: FileSubject[];
  sentences: Sentence[];
  /** Why nothing is offered, or what was left out; null when all of it was read. */
  remark: string | null;
}

/** A file with the reply it came with; null when the organisation has none such. */
async function fileOf(tx: Tx, orgId: string, fileId: string) {
  const [row] = await tx
    .select({ file: replyFiles, reply: replies, letter: letters, supplierName: suppliers.name })
    .from(replyFiles)
    .innerJoin(replies, and(eq(replies.orgId, replyFiles.orgId), eq(replies.id, replyFiles.replyId)))
    .innerJoin(letters, and(eq(letters.orgId, replies.orgId), eq(letters.id, replies.letterId)))
    .innerJoin(suppliers, and(eq(suppliers.orgId, letters.orgId), eq(suppliers.id, letters.supplierId)))
    .where(
      and(
        eq(replyFiles.orgId, orgId),
        eq(replyFiles.id, fileId),
        eq(replies.status, 'received'),
        isNull(replyFiles.removedAt),
      ),
    );
  return row ?? null;
}

type FileRow = NonNullable<Awaited<ReturnType<typeof fileOf>>>;

const PERMISSION = 'block:D.permission';

/** What a claim of this file may be about: the letter's own questions first. */
async function subjectsOf(tx: Tx, { letter, reply }: FileRow) {
  const asked = await tx
    .select({ key: letterQuestions.key, text: letterQuestions.text, facts: letterQuestions.facts })
    .from(letterQuestions)
    .where(
      and(
        eq(letterQuestions.orgId, letter.orgId),
        eq(letterQuestions.letterId, letter.id),
        eq(letterQuestions.versionNumber, reply.versionNumber),
      ),
    )
    .orderBy(asc(letterQuestions.number));
  const facts = new Map(asked.map(({ key, facts: of }) => [key, of.length === 1 ? (of[0] ?? '') : '']));
  const words = new Map<string, string>([
    [PERMISSION, 'Permission for the change of this letter'],
    ['block:H.support_ends', subjectInWords('block:H.support_ends')],
    ['vex:', 'Whether the device is affected by a vulnerability (give its number)'],
    ...asked.map(({ key, text }): [string, string] => [key, subjectInWords(key, text)]),
  ]);
  if (!facts.get(PERMISSION)) facts.set(PERMISSION, 'manufacturer_authorised');
  return { subjects: [...words].map(([key, said]) => ({ key, words: said })), facts };
}

type Read = { ok: true; pages: string[]; sentences: Sentence[]; remark: string | null } | { ok: false; remark: string };

async function readFile({ name, mediaType }: FileRow['file'], bytes: Uint8Array): Promise<Read> {
  if (/\.json$/i.test(name) || mediaType.includes('json')) {
    const sentences = vexStatements(readJson(bytes)).map(
      (one): Sentence => ({
        ...{ page: 1, text: vexQuotation(one), subject: 'vex:', cve: one.cve, day: '' },
        says: one.status === 'under_investigation' ? '' : one.status,
      }),
    );
    const pages = [sentences.map(({ text }) => text).join('\n')];
    return { ok: true, pages, sentences: sentences.slice(0, 200), remark: null };
  }
  const isPdf = mediaType === 'application/pdf' || /\.pdf$/i.test(name);
  if (!isPdf && !mediaType.startsWith('text/') && !/\.(txt|csv|md)$/i.test(name)) {
    return {
      ok: false,
      remark: 'Only PDF, text and VEX files are read. Open the file, and quote it as a quotation of the supplier.',
    };
  }
  const read = await readText(bytes, isPdf ? 'pdf' : 'text');
  if (!read.ok) return { ok: false, remark: read.message };
  const remark = read.whole ? null : `Only the first ${read.pages.length} pages were read; the file is very long.`;
  return { ok: true, pages: read.pages, sentences: speakingSentences(read.pages), remark };
}

/** What a file offers. Null when it does not exist in the actor's organisation. */
export async function offersOfFile(actor: Actor, fileId: string): Promise<FileOffer | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const row = await fileOf(tx, actor.orgId, fileId);
    if (!row) return null;
    return { row, ...(await subjectsOf(tx, row)), bytes: await fileBytes(tx, actor.orgId, fileId) };
  });
  if (!found) return null;
  const { row, subjects, bytes } = found;
  const read = await readFile(row.file, bytes);
  return {
    file: { id: row.file.id, name: row.file.name, activeContent: row.file.verdict === 'active_content' },
    letter: { id: row.letter.id, reference: row.letter.reference },
    replyId: row.reply.id,
    subjects,
    sentences: read.ok ? read.sentences : [],
    remark: read.remark,
  };
}

export const TakeClaimForm = z.object({
  subject: requiredText('Choose what it is about.'),
  cve: optionalText().transform((text) => text.toUpperCase()),
  says: z.string().default(''),
  day: optionalText(),
  quotation: requiredText('Give the words exactly as they stand in the file.'),
});

/** Takes one claim; it waits to be confirmed like any other. Null when the file does not exist here. */
export async function takeClaim(
  actor: Actor,
  fileId: string,
  input: z.output<typeof TakeClaimForm>,
): Promise<SaveResult | null> {
  const found = await inOrganisation(actor, async (tx) => {
    const row = await fileOf(tx, actor.orgId, fileId);
    if (!row) return null;
    return { row, ...(await subjectsOf(tx, row)), bytes: await fileBytes(tx, actor.orgId, fileId) };
  });
  if (!found) return null;
  const { row, subjects, facts, bytes } = found;
  if (!subjects.some(({ key }) => key === input.subject)) return refused('subject', 'Choose what it is about.');
  if (input.subject === 'vex:' && !/^CVE-\d{4}-\d{4,7}$/.test(input.cve)) {
    return refused('cve', 'Give the number, for example CVE-2017-0144.');
  }
  const subject = input.subject === 'vex:' ? `vex:${input.cve}` : input.subject;
  const saying = readSaying(subject, input.says, input.day);
  if (!saying.ok) return refused(saying.field, saying.message);
  const read = await readFile(row.file, bytes);
  const page = read.ok ? pageOfWords(read.pages, input.quotation) : null;
  if (page === null) return refused('quotation', 'These words do not stand in the file. Give them exactly as they do.');
  const fact = facts.get(input.subject) ?? '';
  const { reply, letter } = row;
  const claim = {
    ...{ orgId: actor.orgId, replyId: reply.id, letterId: letter.id, supplierId: letter.supplierId, fileId },
    ...{ subject, label: subjectInWords(subject), value: saying.value },
    fact: fact && fitsFact(fact, saying.value) ? fact : '',
    statement: input.quotation.split('\n').join(' ').slice(0, 600),
    ...{ quotation: input.quotation, document: row.file.name, page: String(page) },
    saidBy: saidByInWords({ name: reply.responderName, role: reply.responderRole, supplier: row.supplierName }),
    saidOn: reply.cameOn ?? (reply.receivedAt ?? new Date()).toISOString().slice(0, 10),
  };
  return inOrganisation(actor, async (tx) => {
    const [made] = await tx.insert(claims).values(claim).returning({ id: claims.id });
    if (!made) throw new Error('A claim was not stored');
    await findContradictions(tx, auditActor(actor), { supplierId: letter.supplierId, claimIds: [made.id] });
    await record(tx, auditActor(actor), {
      action: 'claim.added',
      object: claimObject({ id: made.id, label: claim.label }),
      detail: { subject, quotation: claim.quotation, document: claim.document, page: claim.page },
    });
    return saved(made.id);
  });
}
