/** What becomes of a contradiction: the supplier is asked, one of the two holds, or there is none; always by name. */
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { claims, contradictions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { draftClarification } from '../letters/draft-clarification.server';
import { refused, type SaveResult, saved } from '../save-result';
import { requiredText } from '../text-input';
import { CONTRADICTION_STATUS } from './contradiction-view';
import { letterScopes } from './letter-matter.server';

const HOLDS = {
  one: 'The first holds',
  other: 'The second holds',
  neither: 'Neither holds',
  none: 'Both can be right',
} as const;

export const DecideForm = z.object({
  holds: z.enum(['one', 'other', 'neither', 'none'], { error: 'Choose which of the two holds.' }),
  reason: requiredText('Say why: who was asked, or how both can be right. The record keeps it.'),
});

type Row = typeof contradictions.$inferSelect;

async function lockContradiction(tx: Tx, orgId: string, id: string): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(contradictions)
    .where(and(eq(contradictions.orgId, orgId), eq(contradictions.id, id)))
    .for('update');
  return row ?? null;
}

const object = ({ id, label }: Row): AuditEvent['object'] => ({ type: 'contradiction', id, ref: label.slice(0, 300) });

const already = ({ status, decidedByName }: Row): SaveResult =>
  refused('', `It is ${CONTRADICTION_STATUS[status].label} already, by ${decidedByName}. Nothing was changed.`);

/** Settles it, or says that there is none. Null when it does not exist in the actor's organisation. */
export const decideContradiction = (
  actor: Actor,
  id: string,
  { holds, reason }: z.output<typeof DecideForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockContradiction(tx, actor.orgId, id);
    if (!row) return null;
    if (row.status !== 'open' && row.status !== 'asked') return already(row);
    const words = `${HOLDS[holds]}: ${reason}`;
    await tx
      .update(contradictions)
      .set({
        status: holds === 'none' ? 'no_contradiction' : 'settled',
        reason: words,
        decidedAt: new Date(),
        decidedByName: actor.name,
      })
      .where(and(eq(contradictions.orgId, actor.orgId), eq(contradictions.id, id)));
    await record(tx, auditActor(actor), {
      action: 'contradiction.settled',
      object: object(row),
      detail: {
        holds,
        one: { quotation: row.one.quotation, document: row.one.document },
        other: { quotation: row.other.quotation, document: row.other.document },
      },
      reason,
    });
    return saved(id);
  });

/** Changes of the letters in whose answers the two statements stand. */
async function changesOf(tx: Tx, orgId: string, { one, other }: Row): Promise<string[]> {
  const ids = [one, other].flatMap(({ source, id }) => (source === 'claim' && id !== null ? [id] : []));
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ letterId: claims.letterId })
    .from(claims)
    .where(and(eq(claims.orgId, orgId), inArray(claims.id, ids)));
  const scopes = await letterScopes(tx, orgId, [...new Set(rows.map(({ letterId }) => letterId))]);
  return [...new Set([...scopes.values()].flatMap(({ changes }) => changes.map((change) => change.id)))];
}

/**
 * Drafts the letter that asks the supplier which of the two holds. Of two people who ask at once, one does.
 * @returns the id of the letter; null when the contradiction does not exist in the actor's organisation
 */
export const askAboutContradiction = (actor: Actor, id: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockContradiction(tx, actor.orgId, id);
    if (!row) return null;
    if (row.status === 'asked' && row.letterId) return saved(row.letterId);
    if (row.status !== 'open') return already(row);
    const { supplierId, modelId, subject, label, one, other } = row;
    const changeIds = await changesOf(tx, actor.orgId, row);
    const wish = { supplierId, modelId, subject, label, one, other, changeIds };
    const letter = await draftClarification(tx, auditActor(actor), wish);
    await tx
      .update(contradictions)
      .set({ status: 'asked', letterId: letter.id, decidedByName: actor.name })
      .where(and(eq(contradictions.orgId, actor.orgId), eq(contradictions.id, id)));
    await record(tx, auditActor(actor), {
      action: 'contradiction.asked',
      object: object(row),
      detail: { letter: letter.reference },
    });
    return saved(letter.id);
  });
