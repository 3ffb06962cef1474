/** A person says which model a product of an advisory is: where nothing was found, or the wrong one. Remembered. */
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { deviceModels, matches } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { type AdvisoryRow, changedMeanwhile, lockAdvisory, lockMatch, matchObject } from './advisory-row.server';
import { decide } from './decide-match.server';
import type { AddMatchForm, CorrectForm } from './decision-forms';
import { matchOne, productKey } from './match-advisories.server';
import { productGroups } from './matching/product-groups';
import { advisoryObject } from './receive-advisory.server';
import { remember } from './remember.server';

const isThere = async (tx: Tx, orgId: string, modelId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: deviceModels.id })
    .from(deviceModels)
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.id, modelId), isNull(deviceModels.retiredAt)));
  return rows.length > 0;
};

/** Remembers it and matches at once. @returns the id of the match; null when the advisory names no such product */
async function addTo(
  tx: Tx,
  actor: Actor,
  advisory: AdvisoryRow,
  wish: { key: string; modelId: string; reason: string },
): Promise<string | null> {
  const group = productGroups(advisory.content).find(({ key }) => productKey(key) === wish.key);
  if (!group) return null;
  const { vendor, name: product } = group;
  await remember(tx, actor, {
    productKey: wish.key,
    vendor,
    product,
    modelId: wish.modelId,
    same: true,
    reason: wish.reason,
  });
  await matchOne(tx, actor.orgId, advisory, wish.modelId);
  const [made] = await tx
    .select({ id: matches.id })
    .from(matches)
    .where(
      and(
        eq(matches.orgId, actor.orgId),
        eq(matches.advisoryId, advisory.id),
        eq(matches.modelId, wish.modelId),
        eq(matches.productKey, wish.key),
      ),
    );
  return made?.id ?? null;
}

const GONE = refused('model', 'This model is not in use any more. Choose another.');

/** Adds a match that nothing found; null when the organisation has no such advisory. */
export const addMatch = (
  actor: Actor,
  advisoryId: string,
  { product, model, reason }: z.output<typeof AddMatchForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const advisory = await lockAdvisory(tx, actor.orgId, advisoryId);
    if (!advisory) return null;
    if (!(await isThere(tx, actor.orgId, model))) return GONE;
    const id = await addTo(tx, actor, advisory, { key: product, modelId: model, reason });
    if (!id) return refused('product', 'The advisory does not name this product any more.');
    await record(tx, auditActor(actor), {
      action: 'match.added',
      object: advisoryObject(advisory),
      detail: { matchId: id, modelId: model, productKey: product },
      reason,
    });
    return saved(id);
  });

/** Says that another model is meant: the match at hand is rejected, the right one added. */
export const correctMatch = (
  actor: Actor,
  matchId: string,
  { version, model, reason }: z.output<typeof CorrectForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const found = await lockMatch(tx, actor.orgId, matchId);
    if (!found) return null;
    const { match, advisory } = found;
    if (match.version !== version) return refused('', changedMeanwhile(match));
    if (model === match.modelId) return refused('model', 'This is the model of the match: confirm it instead.');
    if (!(await isThere(tx, actor.orgId, model))) return GONE;
    await decide(tx, actor, found, { same: false, reason });
    const id = await addTo(tx, actor, advisory, { key: match.productKey, modelId: model, reason });
    if (!id) return refused('', 'The advisory does not name this product any more.');
    await record(
      tx,
      auditActor(actor),
      {
        action: 'match.rejected',
        object: matchObject(match, advisory),
        detail: { advisoryId: advisory.id, modelId: match.modelId, instead: model },
        reason,
      },
      { action: 'match.added', object: advisoryObject(advisory), detail: { matchId: id, modelId: model }, reason },
    );
    return saved(id);
  });
