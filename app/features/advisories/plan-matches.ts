/** What matching changes: the matches that were found against those that are on file and what people remember. Pure. */

import type { matches, matchMemories } from '../../../db/schema/index.server';
import type { AdvisoryProduct } from '../../readers/records';
import { cvesOf, type FoundMatch, versionReasons } from './matching/match-advisory';
import type { ProductGroup } from './matching/product-groups';

type MatchRow = typeof matches.$inferSelect;
export type HeldMatch = Pick<
  MatchRow,
  'id' | 'advisoryId' | 'modelId' | 'productKey' | 'how' | 'state' | 'memoryId' | 'reasons'
> & {
  decidedAt: Date | string | null;
  /** A person read a version text on it. */
  wasRead: boolean;
};
export type Memory = Pick<
  typeof matchMemories.$inferSelect,
  'id' | 'productKey' | 'modelId' | 'same' | 'reason' | 'saidByName'
> & { saidAt: Date | string };

/** What a person decided about a match, directly or on an earlier one. */
interface Decision {
  state: MatchRow['state'];
  decidedAt: string | null;
  decidedByName: string;
  decision: string;
  memoryId: string | null;
}

const UNDECIDED: Decision = { state: 'proposed', decidedAt: null, decidedByName: '', decision: '', memoryId: null };

/** One match as it is to be from now on; `id` null is to be made. */
export interface PlannedMatch {
  id: string | null;
  advisoryId: string;
  modelId: string;
  productKey: string;
  products: AdvisoryProduct[];
  cves: string[];
  how: MatchRow['how'];
  componentId: string | null;
  confidence: MatchRow['confidence'];
  reasons: MatchRow['reasons'];
  /** null: what is decided about it stays. */
  decision: Decision | null;
  /** What its versions are judged by; null where the advisory names the product no more. */
  found: FoundMatch | null;
}

export interface MatchPlan {
  keep: PlannedMatch[];
  /** Matches that nobody decided and that are not found any more. */
  drop: string[];
}

const decided = (memory: Memory): Decision => ({
  state: memory.same ? 'confirmed' : 'rejected',
  decidedAt: new Date(memory.saidAt).toISOString(),
  decidedByName: memory.saidByName,
  decision: memory.reason,
  memoryId: memory.id,
});

/** A person's own word on a match goes before what is remembered from another. */
const isOwnWord = ({ decidedAt, memoryId }: HeldMatch): boolean => decidedAt !== null && memoryId === null;

/** A match that only a person knows of: no rule would find it. */
const byPerson = (modelId: string, group: ProductGroup, says: string): FoundMatch => ({
  ...{ modelId, group, how: 'person', componentId: null, confidence: 'certain', met: new Set() },
  reasons: [{ rule: 'person', says, weighs: 'for' }, ...versionReasons(group)],
  ...{ tested: { by: 'installed' }, cves: cvesOf(group) },
});

export interface PlanInput {
  advisoryId: string;
  found: readonly FoundMatch[];
  groups: readonly ProductGroup[];
  held: readonly HeldMatch[];
  memories: readonly Memory[];
  /** Models that are looked at: all, or the one that changed. */
  models: ReadonlySet<string>;
  /** The digest under which a product is kept. */
  digest(key: string): string;
}

/** Plans the matches of one advisory. */
export function planMatches({ advisoryId, found, groups, held, memories, models, digest }: PlanInput): MatchPlan {
  const at = (modelId: string, key: string) => `${modelId} ${key}`;
  const groupOf = new Map(groups.map((group) => [digest(group.key), group]));
  const current = new Map(memories.map((memory) => [at(memory.modelId, memory.productKey), memory]));
  const wanted = new Map(found.map((one) => [at(one.modelId, digest(one.group.key)), one]));
  // What people know goes beyond what rules find.
  for (const memory of memories) {
    const group = groupOf.get(memory.productKey);
    const key = at(memory.modelId, memory.productKey);
    if (!group || !memory.same || wanted.has(key) || !models.has(memory.modelId)) continue;
    wanted.set(key, byPerson(memory.modelId, group, `${memory.saidByName} said so: ${memory.reason}`));
  }
  const plan: MatchPlan = { keep: [], drop: [] };
  const seen = new Set<string>();
  for (const row of held) {
    const key = at(row.modelId, row.productKey);
    seen.add(key);
    const group = groupOf.get(row.productKey);
    const again =
      wanted.get(key) ?? (isOwnWord(row) && group ? byPerson(row.modelId, group, 'A person decided on it.') : null);
    const memory = current.get(key);
    if (!again) {
      if (row.decidedAt === null && !row.wasRead) plan.drop.push(row.id);
      else plan.keep.push(gone(row));
      continue;
    }
    const decision = isOwnWord(row) ? null : memory ? decided(memory) : UNDECIDED;
    plan.keep.push({ ...planned(advisoryId, again, row.productKey), id: row.id, decision });
  }
  for (const [key, one] of wanted) {
    if (seen.has(key)) continue;
    const memory = current.get(key);
    const decision = memory ? decided(memory) : UNDECIDED;
    plan.keep.push({ ...planned(advisoryId, one, digest(one.group.key)), id: null, decision });
  }
  return plan;
}

const planned = (advisoryId: string, found: FoundMatch, productKey: string) => ({
  ...{ advisoryId, modelId: found.modelId, productKey, cves: found.cves, how: found.how },
  ...{ componentId: found.componentId, confidence: found.confidence, reasons: found.reasons, found },
  products: found.group.lines.map(({ product }) => product),
});

const NO_MORE = 'The advisory as it now stands does not name this product.';

/** Decided once, and named no more: the decision stays to be read, and nothing follows from it. */
const gone = (row: HeldMatch): PlannedMatch => ({
  ...{ id: row.id, advisoryId: row.advisoryId, modelId: row.modelId, productKey: row.productKey },
  ...{ products: [], cves: [], how: row.how, componentId: null, confidence: 'possible', decision: null, found: null },
  reasons: [...row.reasons.filter(({ says }) => says !== NO_MORE), { rule: 'gone', says: NO_MORE, weighs: 'against' }],
});
