/**
 * Job `advisories.match`: holds advisories against the register. Works in pieces, each a transaction of its own: killed
 * in between, it goes on with those that were not matched since they came in. Two at once share the work.
 */
import { createHash } from 'node:crypto';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { advisories, matches, matchMemories, versionReadings } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { inTheBackground } from '../../audit/outsiders';
import type { Advisory } from '../../readers/records';
import type { JobData } from '../jobs/enqueue.server';
import { indexComponents, matchAdvisory } from './matching/match-advisory';
import { componentKeysOf } from './matching/match-component';
import { type ModelIndex, modelIndex } from './matching/model-index';
import { productGroups } from './matching/product-groups';
import type { RegisteredModel } from './matching/register';
import type { Reading } from './matching/verdicts';
import { type HeldMatch, type PlannedMatch, planMatches } from './plan-matches';
import { readComponents, readModels, readRunning, systemsAsComponents } from './read-register.server';
import { advisoryObject } from './receive-advisory.server';
import { recount } from './recount.server';
import { dropMatches, storeMatches, storeVersions } from './write-matches.server';

/** Advisories in one transaction: a second at most, so that people who decide meanwhile need not wait. */
const PIECE = 25;

type Job = JobData['advisories.match'];

/** The digest under which a product is kept, without its version. */
export const productKey = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32);

export interface Piece {
  id: string;
  publishedId: string;
  content: Advisory;
}

const tenantOf = (orgId: string) => ({ orgId, userId: null });

/** @returns how many advisories were held against the register */
export async function matchAdvisories({ orgId, modelId, versionsOnly = false }: Job): Promise<number> {
  const models = await inOrganisation(tenantOf(orgId), (tx) => readModels(tx, orgId, modelId));
  const index = modelIndex(models);
  let done = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await inOrganisation(tenantOf(orgId), async (tx) => {
      const piece = modelId
        ? await nextOfModel(tx, orgId, modelId, versionsOnly, after)
        : await nextUnmatched(tx, orgId);
      await matchPiece(tx, orgId, piece, { models, index, modelId });
      return piece;
    });
    done += page.length;
    const last = page[page.length - 1];
    if (!last) return done;
    after = last.id;
  }
}

/**
 * Holds one advisory against one model within a transaction that has locked the advisory: what a person decides shows
 * at once. The caller records the act.
 */
export async function matchOne(tx: Tx, orgId: string, piece: Piece, modelId: string): Promise<void> {
  const models = await readModels(tx, orgId, modelId);
  await matchPiece(tx, orgId, [piece], { models, index: modelIndex(models), modelId, byPerson: true });
}

const columns = { id: advisories.id, publishedId: advisories.publishedId, content: advisories.content };

/** Advisories that came in, were updated or were asked for since they were matched; those somebody works on are left to them. */
const nextUnmatched = (tx: Tx, orgId: string): Promise<Piece[]> =>
  tx
    .select(columns)
    .from(advisories)
    .where(and(eq(advisories.orgId, orgId), isNull(advisories.matchedAt), isNull(advisories.retiredAt)))
    .orderBy(asc(advisories.id))
    .limit(PIECE)
    .for('update', { skipLocked: true });

/** All advisories for a model, or only those that are matched to it already. */
const nextOfModel = (tx: Tx, orgId: string, modelId: string, versionsOnly: boolean, after: string): Promise<Piece[]> =>
  tx
    .select(columns)
    .from(advisories)
    .where(
      and(
        eq(advisories.orgId, orgId),
        isNull(advisories.retiredAt),
        gt(advisories.id, after),
        versionsOnly
          ? inArray(
              advisories.id,
              tx
                .select({ id: matches.advisoryId })
                .from(matches)
                .where(and(eq(matches.orgId, orgId), eq(matches.modelId, modelId))),
            )
          : undefined,
      ),
    )
    .orderBy(asc(advisories.id))
    .limit(PIECE)
    .for('update');

interface Register {
  models: readonly RegisteredModel[];
  index: ModelIndex;
  /** The one model that is looked at. */
  modelId: string | undefined;
  /** A person asked, who records what follows and has seen what is found. */
  byPerson?: boolean;
}

async function matchPiece(tx: Tx, orgId: string, piece: readonly Piece[], register: Register): Promise<void> {
  if (piece.length === 0) return;
  const ids = piece.map(({ id }) => id);
  const { models, index, modelId, byPerson = false } = register;
  const groups = new Map(piece.map(({ id, content }) => [id, productGroups(content)]));
  const keys = [...groups.values()].flat().flatMap(componentKeysOf);
  const listed = await readComponents(tx, orgId, keys, modelId);
  const components = indexComponents([...listed, ...systemsAsComponents(models)]);
  const held = await heldMatches(tx, orgId, ids, modelId);
  const memories = await tx
    .select()
    .from(matchMemories)
    .where(
      and(
        eq(matchMemories.orgId, orgId),
        isNull(matchMemories.supersededAt),
        modelId ? eq(matchMemories.modelId, modelId) : undefined,
      ),
    );
  const known = new Set(models.map(({ id }) => id));
  const planned: PlannedMatch[] = [];
  const drop: string[] = [];
  for (const { id, content } of piece) {
    const plan = planMatches({
      ...{ advisoryId: id, found: matchAdvisory(content, index, components), groups: groups.get(id) ?? [] },
      ...{ held: held.filter(({ advisoryId }) => advisoryId === id), memories, models: known, digest: productKey },
    });
    planned.push(...plan.keep);
    drop.push(...plan.drop);
  }
  const foundMore = new Set(
    planned.filter(({ id, decision }) => id === null && decision?.state !== 'rejected').map((one) => one.advisoryId),
  );
  await dropMatches(tx, orgId, drop);
  await storeMatches(tx, orgId, planned);
  const running = await readRunning(tx, orgId, [...new Set(planned.map((one) => one.modelId))]);
  await storeVersions(tx, orgId, planned, running, await readingsOf(tx, orgId, planned));
  // One model says nothing of the others: an advisory that waits for all of them goes on waiting.
  if (!modelId) {
    await tx
      .update(advisories)
      .set({ matchedAt: new Date() })
      .where(and(eq(advisories.orgId, orgId), inArray(advisories.id, ids)));
  }
  // Of one model, most advisories say nothing: what did not change need not be counted.
  const dropped = new Set(drop);
  const touched = new Set([
    ...planned.map((one) => one.advisoryId),
    ...held.filter(({ id }) => dropped.has(id)).map((one) => one.advisoryId),
  ]);
  const counted = modelId ? ids.filter((id) => touched.has(id)) : ids;
  const reopened = new Set(await recount(tx, orgId, counted, byPerson ? new Set() : foundMore));
  if (byPerson) return;
  await record(
    tx,
    inTheBackground(orgId),
    ...piece
      .filter(({ id }) => reopened.has(id))
      .map((one) => ({
        action: 'advisory.reopened' as const,
        object: advisoryObject(one),
        reason: 'Something else of ours is named by it than when it was decided.',
      })),
  );
}

const heldMatches = (tx: Tx, orgId: string, ids: readonly string[], modelId?: string): Promise<HeldMatch[]> =>
  tx
    .select({
      ...{ id: matches.id, advisoryId: matches.advisoryId, modelId: matches.modelId, productKey: matches.productKey },
      ...{ how: matches.how, state: matches.state, memoryId: matches.memoryId, decidedAt: matches.decidedAt },
      reasons: matches.reasons,
      wasRead: sql<boolean>`exists (select from version_readings r where r.org_id = ${matches.orgId} and r.match_id = ${matches.id})`,
    })
    .from(matches)
    .where(
      and(
        eq(matches.orgId, orgId),
        inArray(matches.advisoryId, [...ids]),
        modelId ? eq(matches.modelId, modelId) : undefined,
      ),
    );

/** What people read out of version texts, by match. */
export async function readingsOf(
  tx: Tx,
  orgId: string,
  planned: readonly { id: string | null }[],
): Promise<Map<string, Reading[]>> {
  const ids = planned.map(({ id }) => id).filter((id) => id !== null);
  const found = new Map<string, Reading[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .select()
    .from(versionReadings)
    .where(
      and(
        eq(versionReadings.orgId, orgId),
        sql`${versionReadings.matchId} = any (${sql.param(ids)}::uuid[])`,
        isNull(versionReadings.supersededAt),
      ),
    );
  for (const row of rows) found.set(row.matchId, [...(found.get(row.matchId) ?? []), row]);
  return found;
}
