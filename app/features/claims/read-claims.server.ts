/** Reading claims for pages: one query for the rows, one for the changes of their letters. */
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import {
  claimChanges,
  claims,
  deviceModels,
  letters,
  replies,
  replyFiles,
  suppliers,
} from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { type ClaimView, effectView } from './claim-view';
import { letterScopes } from './letter-matter.server';
import { formAnswer, formQuestion } from './record-form-claim.server';
import { saidInWords } from './value-in-words';

const columns = {
  claim: claims,
  supplierName: sql<string>`left(${suppliers.name}, 200)`,
  reference: letters.reference,
  enteredByName: replies.enteredByName,
  modelName: deviceModels.name,
};

const joined = (tx: Tx) =>
  tx
    .select(columns)
    .from(claims)
    .innerJoin(suppliers, and(eq(suppliers.orgId, claims.orgId), eq(suppliers.id, claims.supplierId)))
    .innerJoin(letters, and(eq(letters.orgId, claims.orgId), eq(letters.id, claims.letterId)))
    .innerJoin(replies, and(eq(replies.orgId, claims.orgId), eq(replies.id, claims.replyId)))
    .leftJoin(deviceModels, and(eq(deviceModels.orgId, claims.orgId), eq(deviceModels.id, claims.modelId)));

type Row = Awaited<ReturnType<typeof joined>>[number];

/** What confirming does, so that nobody presses the button without knowing. */
function doesInWords({ claim }: Row, references: readonly string[]): string {
  const where = references.length > 0 ? references.join(', ') : '';
  if (claim.fact && claim.value !== null) {
    return where
      ? `States it as a fact of ${where}, with this source, and assesses again.`
      : 'The letter is about no change, so that it is kept as said.';
  }
  const question = formQuestion(claim);
  if (question && formAnswer(claim.value) !== null) {
    return `Records ${question} for the device${where ? `, and assesses ${where} again` : ''}.`;
  }
  if (claim.subject.startsWith('vex:')) return 'Kept beside the vulnerability; it changes no assessment by itself.';
  return claim.value === null
    ? 'States nothing yet; it is kept as said.'
    : 'Kept as said; no question of a chart hangs on it.';
}

const viewOf = (row: Row, references: readonly string[]): ClaimView => {
  const { claim } = row;
  return {
    ...{ id: claim.id, status: claim.status, label: claim.label, statement: claim.statement },
    ...{ quotation: claim.quotation, document: claim.document, page: claim.page },
    ...{ saidBy: claim.saidBy, saidOn: claim.saidOn },
    value: saidInWords(claim.subject, claim.value, claim.fact),
    does: doesInWords(row, references),
    model: row.modelName,
    supplier: { id: claim.supplierId, name: row.supplierName },
    letter: { id: claim.letterId, reference: row.reference },
    ...{ replyId: claim.replyId, fileId: claim.fileId, enteredBy: row.enteredByName },
    ...{ decidedByName: claim.decidedByName, decidedAt: claim.decidedAt?.toISOString() ?? null, reason: claim.reason },
    effects: claim.effects.map(effectView),
  };
};

/** Views of rows that were read, in their order. */
export async function claimViews(tx: Tx, orgId: string, rows: readonly Row[]): Promise<ClaimView[]> {
  const scopes = await letterScopes(tx, orgId, [...new Set(rows.map(({ claim }) => claim.letterId))]);
  return rows.map((row) =>
    viewOf(
      row,
      (scopes.get(row.claim.letterId)?.changes ?? []).map(({ reference }) => reference),
    ),
  );
}

/** Claims that fulfil a condition, as the caller orders them. */
export const readClaims = (tx: Tx, where: SQL | undefined, order: SQL[], most: number): Promise<Row[]> =>
  joined(tx)
    .where(where)
    .orderBy(...order)
    .limit(most);

/** Most claims of one reply that a page shows; a VEX file may hold thousands. */
const MOST_OF_REPLY = 200;

export interface ReplyClaims {
  claims: ClaimView[];
  /** True when the reply has more than are shown; the list of claims has them all. */
  more: boolean;
  /** Files out of which a claim can be taken. */
  files: ReplyFileLink[];
  mayConfirm: boolean;
}

export interface ReplyFileLink {
  id: string;
  name: string;
}

const MOST_FILES = 50;

const filesOf = (tx: Tx, orgId: string, replyId: string): Promise<ReplyFileLink[]> =>
  tx
    .select({ id: replyFiles.id, name: replyFiles.name })
    .from(replyFiles)
    .where(and(eq(replyFiles.orgId, orgId), eq(replyFiles.replyId, replyId), isNull(replyFiles.removedAt)))
    .orderBy(asc(replyFiles.uploadedAt), asc(replyFiles.id))
    .limit(MOST_FILES);

/** The files that came with a claim's reply. */
export const filesOfReply = (actor: Actor, replyId: string): Promise<ReplyFileLink[]> =>
  inOrganisation(actor, (tx) => filesOf(tx, actor.orgId, replyId));

/** The claims of one reply, in the order of its questions, then of its files. */
export const claimsOfReply = (actor: Actor, replyId: string): Promise<ReplyClaims> =>
  inOrganisation(actor, async (tx) => {
    const where = and(eq(claims.orgId, actor.orgId), eq(claims.replyId, replyId));
    const order = [sql`${claims.questionNumber} asc nulls last`, asc(claims.id)];
    const rows = await readClaims(tx, where, order, MOST_OF_REPLY + 1);
    return {
      claims: await claimViews(tx, actor.orgId, rows.slice(0, MOST_OF_REPLY)),
      more: rows.length > MOST_OF_REPLY,
      files: await filesOf(tx, actor.orgId, replyId),
      mayConfirm: can(actor, 'claim:confirm'),
    };
  });

/** Claims by id, those that wait first; null when one of them does not exist in the actor's organisation. */
export const claimsById = (actor: Actor, ids: readonly string[]): Promise<ClaimView[] | null> =>
  inOrganisation(actor, async (tx) => {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const where = and(eq(claims.orgId, actor.orgId), inArray(claims.id, wanted));
    const rows = await readClaims(tx, where, [asc(claims.id)], wanted.length);
    return rows.length < wanted.length ? null : claimViews(tx, actor.orgId, rows);
  });

/** What suppliers said that was confirmed for one change, newest first. */
export const claimsOnChange = (actor: Actor, changeId: string): Promise<ClaimView[]> =>
  inOrganisation(actor, async (tx) => {
    const ids = await tx
      .select({ id: claimChanges.claimId })
      .from(claimChanges)
      .where(and(eq(claimChanges.orgId, actor.orgId), eq(claimChanges.changeId, changeId)))
      .limit(200);
    if (ids.length === 0) return [];
    const some = inArray(
      claims.id,
      ids.map(({ id }) => id),
    );
    const where = and(eq(claims.orgId, actor.orgId), some, eq(claims.status, 'confirmed'));
    const rows = await readClaims(tx, where, [desc(claims.decidedAt), desc(claims.id)], 50);
    return claimViews(tx, actor.orgId, rows);
  });
