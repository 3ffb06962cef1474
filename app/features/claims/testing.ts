/** What the tests of claims share: statements to compare, and letters that were answered. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import {
  claims,
  fileChunks,
  letterChanges,
  letterModels,
  letterQuestions,
  letters,
  letterVersions,
  replies,
  replyAnswers,
  replyFiles,
} from '../../../db/schema/index.server';
import type { House } from '../changes/testing';
import type { ReplyQuestion } from '../letters/reply-form';
import type { Stated } from './compare-statements';
import { proposeClaims } from './propose-claims.server';

/** A general statement on one model, to be written over. */
export const statement = (over: Partial<Stated> = {}): Stated => ({
  source: 'claim',
  id: null,
  subject: 'mds2:CSUP-2.4',
  label: 'Third-party updates',
  value: null,
  fact: '',
  models: ['model-1'],
  matter: null,
  quotation: 'as quoted',
  document: 'a document',
  page: '',
  saidBy: 'Spacelabs',
  saidOn: '2026-03-03',
  fileId: null,
  ...over,
});

export const matter = (over: Partial<NonNullable<Stated['matter']>> = {}): NonNullable<Stated['matter']> => ({
  changes: [],
  kinds: ['os_patch'],
  cves: [],
  versions: [],
  patches: [],
  ...over,
});

export interface AskedAndAnswered {
  question: ReplyQuestion;
  /** Id of the choice ticked; absent: left empty. */
  choice?: string;
  fill?: string;
  comment?: string;
}

let letterNumber = 0;

/** A question as a letter asks it, with the choices yes, no and later. */
export const yesNoQuestion = (number: number, key: string, facts: string[] = []): ReplyQuestion => ({
  number,
  key,
  text: `Question ${number}?`,
  choices: [
    { id: 'yes', label: 'Yes', value: true },
    { id: 'no', label: 'No, because', value: false, fill: '' },
    { id: 'later', label: 'Not yet assessed; answer by', fill: '' },
  ],
  comment: true,
  deciding: true,
  facts,
  cves: [],
});

/** A letter on changes that was sent, and a reply to it that was received; its claims are proposed. */
export async function answered(
  at: House,
  changes: readonly string[],
  asked: readonly AskedAndAnswered[],
  over: { day?: string; name?: string; enteredByName?: string; files?: { name: string; text: string }[] } = {},
): Promise<{ letterId: string; replyId: string; claims: string[]; files: string[] }> {
  const { orgId, supplierId, modelId, engineer } = at;
  letterNumber += 1;
  const reference = `CM-2026-${String(900_000 + letterNumber)}-L01`;
  return inOrganisation(engineer, async (tx) => {
    const [letter] = await tx
      .insert(letters)
      .values({
        ...{ orgId, reference, kind: 'supplier-request-letter', status: 'answered', supplierId },
        ...{ supplierName: 'Spacelabs', subject: 'XTR telemetry receiver 96280', authorName: engineer.name },
      })
      .returning({ id: letters.id });
    const letterId = letter?.id ?? '';
    await tx
      .insert(letterVersions)
      .values({ orgId, letterId, number: 1, model: {}, authors: [engineer.userId], createdByName: engineer.name });
    for (const changeId of changes) await tx.insert(letterChanges).values({ orgId, letterId, changeId });
    await tx.insert(letterModels).values({ orgId, letterId, modelId });
    for (const { question } of asked) {
      const { number, key, text, choices, facts, cves, deciding } = question;
      const row = { number, key, text, choices, facts, cves, deciding };
      await tx.insert(letterQuestions).values({ orgId, letterId, versionNumber: 1, ...row });
    }
    const [reply] = await tx
      .insert(replies)
      .values({ orgId, letterId, versionNumber: 1, channel: over.enteredByName ? 'telephone' : 'link' })
      .returning({ id: replies.id });
    const replyId = reply?.id ?? '';
    for (const { question, choice, fill = '', comment = '' } of asked) {
      if (choice === undefined) continue;
      await tx.insert(replyAnswers).values({ orgId, replyId, number: question.number, choice, fill, comment });
    }
    const files: string[] = [];
    for (const { name, text } of over.files ?? []) {
      const bytes = Buffer.from(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const mediaType = name.endsWith('.json') ? 'application/json' : 'text/plain';
      const [file] = await tx
        .insert(replyFiles)
        .values({ orgId, replyId, name, originalName: name, mediaType, size: bytes.length, sha256, verdict: 'clean' })
        .returning({ id: replyFiles.id });
      await tx.insert(fileChunks).values({ orgId, fileId: file?.id ?? '', n: 0, bytes });
      files.push(file?.id ?? '');
    }
    await tx
      .update(replies)
      .set({
        status: 'received',
        responderName: over.name ?? 'Ana Silva',
        responderRole: 'regulatory affairs',
        cameOn: over.day ?? '2026-03-03',
        receivedAt: new Date(),
        enteredByName: over.enteredByName ?? '',
      })
      .where(and(eq(replies.orgId, orgId), eq(replies.id, replyId)));
    await proposeClaims(tx, orgId, replyId);
    const rows = await tx.select({ id: claims.id }).from(claims).where(eq(claims.replyId, replyId)).orderBy(claims.id);
    return { letterId, replyId, claims: rows.map(({ id }) => id), files };
  });
}
