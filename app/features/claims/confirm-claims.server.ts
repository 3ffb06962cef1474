/**
 * Confirming claims by name: what the supplier said becomes facts of the changes its letter was about, which are
 * assessed again, all in one transaction. Of two people who confirm at once, one does.
 */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { claimChanges, claims } from '../../../db/schema/index.server';
import type { ClaimEffect } from '../../../db/schema/replies.server';
import { record } from '../../audit/append.server';
import type { AuditEvent, Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { type ChangeRow, lockChange } from '../changes/change-row.server';
import { acceptsAnswers } from '../changes/change-status';
import { lockSignedChanges, reviewSignatures } from '../sign-off/review-signatures.server';
import { fitsFact } from './claim-from-answer';
import { type ClaimRow, claimObject, decidedAlready, lockClaims } from './claim-row.server';
import type { ClaimConflict, Decided } from './decisions';
import { type LetterScope, letterScopes } from './letter-matter.server';
import { formQuestion, lockModels, recordFormClaim } from './record-form-claim.server';
import { stateClaim } from './state-claim.server';

export type Confirmation =
  | { ok: true; confirmed: number }
  | { ok: false; message: string | null; conflicts: ClaimConflict[] };

/** Undoes everything of a confirmation that meets a statement nobody has decided about. */
class Undecided extends Error {
  constructor(readonly conflicts: ClaimConflict[]) {
    super('Something else is on record');
  }
}

/** Most claims confirmed at once: each is listed by name before. */
export const MOST_AT_ONCE = 50;

/**
 * Confirms claims. Nothing is confirmed unless all are: what else is on record comes back, to be chosen about.
 * @param decisions choices about statements that say something else, by the key of their conflict
 * @returns null when one of the claims does not exist in the actor's organisation
 */
export async function confirmClaims(
  actor: Actor,
  ids: readonly string[],
  decisions: ReadonlyMap<string, Decided>,
): Promise<Confirmation | null> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return { ok: false, message: 'Choose at least one claim.', conflicts: [] };
  if (wanted.length > MOST_AT_ONCE) {
    return { ok: false, message: `Choose at most ${MOST_AT_ONCE} claims at once.`, conflicts: [] };
  }
  try {
    return await inOrganisation(actor, (tx) => confirmWithin(tx, actor, wanted, decisions));
  } catch (error) {
    if (error instanceof Undecided) return { ok: false, message: null, conflicts: error.conflicts };
    throw error;
  }
}

async function confirmWithin(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  decisions: ReadonlyMap<string, Decided>,
): Promise<Confirmation | null> {
  const rows = await lockClaims(tx, actor.orgId, ids);
  if (rows.length < ids.length) return null;
  const refusal = rows.map(decidedAlready).find((message) => message !== null);
  if (refusal) return { ok: false, message: refusal, conflicts: [] };
  const scopes = await letterScopes(tx, actor.orgId, [...new Set(rows.map(({ letterId }) => letterId))]);
  const scopeOf = (claim: ClaimRow) => scopes.get(claim.letterId);
  // Everything that is written to is locked before the first entry in the record, which everybody else waits for.
  const changes = await lockChanges(tx, actor.orgId, [...scopes.values()]);
  const asked = rows.flatMap((claim) => (formQuestion(claim) ? modelsOf(claim, scopeOf(claim)) : []));
  for (const id of [...new Set(asked)].sort()) await lockSignedChanges(tx, actor.orgId, id);
  const models = await lockModels(tx, actor.orgId, asked);
  const conflicts: ClaimConflict[] = [];
  const events: AuditEvent[] = [];
  for (const claim of rows) {
    const inScope = new Set(scopeOf(claim)?.changes.map(({ id }) => id));
    const touched = changes.filter(
      (change) => inScope.has(change.id) && (claim.modelId === null || change.modelId === claim.modelId),
    );
    const effects: ClaimEffect[] = [];
    for (const change of claim.fact && fitsFact(claim.fact, claim.value) ? touched : []) {
      const stated = await stateClaim(tx, actor, claim, change, decisions);
      if (stated.ok) effects.push(stated.effect);
      else conflicts.push(stated.conflict);
    }
    const own = new Map(modelsOf(claim, scopeOf(claim)).flatMap((id) => pairOf(models, id)));
    const recorded = await recordFormClaim(tx, actor, claim, { models: own, changes: touched }, decisions);
    if (recorded.ok) effects.push(...recorded.effects);
    else conflicts.push(...recorded.conflicts);
    if (conflicts.length > 0) continue;
    await decide(tx, actor, claim, touched, effects);
    events.push(confirmedEvent(claim, effects));
  }
  if (conflicts.length > 0) throw new Undecided(conflicts);
  for (const { id } of changes) events.push(...(await reviewSignatures(tx, actor, id)));
  await record(tx, auditActor(actor), ...events);
  return { ok: true, confirmed: rows.length };
}

const modelsOf = (claim: ClaimRow, scope: LetterScope | undefined): string[] =>
  claim.modelId ? [claim.modelId] : (scope?.models ?? []);

const pairOf = (names: ReadonlyMap<string, string>, id: string): [string, string][] => {
  const name = names.get(id);
  return name === undefined ? [] : [[id, name]];
};

/** The changes of the letters that still accept answers, locked in the order of their ids. */
async function lockChanges(tx: Tx, orgId: string, scopes: readonly LetterScope[]): Promise<ChangeRow[]> {
  const ids = [...new Set(scopes.flatMap(({ changes }) => changes.map(({ id }) => id)))].sort();
  const locked: ChangeRow[] = [];
  for (const id of ids) {
    const change = await lockChange(tx, orgId, id);
    if (change && acceptsAnswers(change.status)) locked.push(change);
  }
  return locked;
}

async function decide(
  tx: Tx,
  actor: Actor,
  claim: ClaimRow,
  touched: readonly ChangeRow[],
  effects: ClaimEffect[],
): Promise<void> {
  await tx
    .update(claims)
    .set({
      status: 'confirmed',
      decidedBy: actor.userId,
      decidedByName: actor.name,
      decidedAt: new Date(),
      effects,
    })
    .where(and(eq(claims.orgId, actor.orgId), eq(claims.id, claim.id)));
  if (touched.length === 0) return;
  await tx.insert(claimChanges).values(
    touched.map((change) => ({
      orgId: actor.orgId,
      claimId: claim.id,
      changeId: change.id,
      statementId: effects.find(({ changeId }) => changeId === change.id)?.statementId ?? null,
    })),
  );
}

const confirmedEvent = (claim: ClaimRow, effects: readonly ClaimEffect[]): AuditEvent => ({
  action: 'claim.confirmed',
  object: claimObject(claim),
  detail: {
    ...{ subject: claim.subject, value: (claim.value ?? null) as Json, statement: claim.statement },
    ...{ quotation: claim.quotation, document: claim.document, page: claim.page },
    ...{ said_by: claim.saidBy, said_on: claim.saidOn },
    effects: effects.map(({ reference, before, after, kept }) => ({
      ...{ change: reference, before: { ...before }, after: { ...after } },
      ...(kept ? { kept } : {}),
    })),
  },
});
