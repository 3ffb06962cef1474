/** One advisory against the register: which of its products are models of ours or sit in them, and why. Pure. */
import type { MatchConfidence, MatchReason } from '../../../../db/schema/index.server';
import type { Advisory } from '../../../readers/records';
import { lowered, surer } from './confidence';
import { compact, wordsOf } from './fold';
import { componentKey, componentKeysOf, matchComponent } from './match-component';
import { matchName } from './match-name';
import type { ModelIndex } from './model-index';
import { type ProductGroup, productGroups } from './product-groups';
import type { RegisteredComponent, RegisteredModel } from './register';
import { isSystemAlone, windowsIn } from './systems';
import { vendorRelation } from './vendors';
import type { Tested } from './verdicts';
import { versionsInWords } from './versions';

export interface FoundMatch {
  modelId: string;
  group: ProductGroup;
  how: 'name' | 'component' | 'identifier' | 'person';
  componentId: string | null;
  confidence: MatchConfidence;
  reasons: MatchReason[];
  tested: Tested;
  /** Conditions of version texts that are met. */
  met: ReadonlySet<string>;
  /** Vulnerabilities that the document speaks of for these products: in capitals, in order. */
  cves: string[];
}

/** How the versions of a group were read: what was not read is open. */
export function versionReasons({ lines }: ProductGroup): MatchReason[] {
  const reasons = new Map<string, MatchReason>();
  if (lines.some(({ implied }) => implied.size > 0)) {
    const says = 'The document gives a score or a remedy for it and does not say whether it is hit.';
    reasons.set('', { rule: 'status', says, weighs: 'open' });
  }
  for (const { versions } of lines) {
    const { kind, text, condition, note, remarks } = versions;
    if (kind === 'unparsed') {
      const says = `“${text}”: ${remarks.join(' ')} A person has to say which of our versions are meant.`;
      reasons.set(text, { rule: 'version', says, weighs: 'open' });
      continue;
    }
    const beside = [note ? `Beside it stands “${note}”.` : '', ...remarks].filter(Boolean).join(' ');
    const says = `“${text}” is read as ${versionsInWords(versions)}. ${beside}`.trim();
    reasons.set(text, { rule: 'version', says, weighs: 'for' });
    if (condition) {
      const only = `Only “${condition}”, which the register does not hold.`;
      reasons.set(`${text}\n${condition}`, { rule: 'condition', says: only, weighs: 'open' });
    }
  }
  return [...reasons.values()];
}

export const cvesOf = ({ lines }: ProductGroup): string[] => [
  ...new Set(lines.flatMap(({ says }) => [...says.keys()])),
];

const NONE: ReadonlySet<string> = new Set();

type Ranked = FoundMatch & { rank: number; byNumber: boolean };

function byName(group: ProductGroup, model: RegisteredModel): Ranked | null {
  const found = matchName(group, model);
  if (!found) return null;
  const { confidence, how, reasons, rank, byNumber } = found;
  const conditions = group.lines.map(({ versions }) => versions.condition);
  // "model 35700BAX2" is met where that is our number, and stays open where it is another.
  const number = compact(model.modelNumber);
  const isMet = (one: string) => /^models?\b/i.test(one) && wordsOf(one).includes(number);
  const met = byNumber ? new Set(conditions.filter(isMet)) : NONE;
  const versions = versionReasons(group).filter(
    ({ rule, says }) => rule !== 'condition' || ![...met].some((one) => says.includes(one)),
  );
  const base = { modelId: model.id, group, how, componentId: null, confidence, cves: cvesOf(group) };
  return { ...base, reasons: [...reasons, ...versions], tested: { by: 'installed' }, met, rank, byNumber };
}

/** "Windows 7: all versions", listed by a maker of devices: its devices on Windows 7. */
function bySystem(group: ProductGroup, model: RegisteredModel): FoundMatch | null {
  const system = windowsIn(group.name);
  if (!system || !model.systems.some((one) => windowsIn(one) === system)) return null;
  const vendor = vendorRelation(group.vendor, model.supplier);
  if (!vendor) return null;
  const reasons: MatchReason[] = [
    { rule: 'vendor', says: vendor.says, weighs: 'for' },
    { rule: 'system', says: `The advisory lists ${group.name}, and units of this model run ${system}.`, weighs: 'for' },
    {
      rule: 'system',
      says: 'It names no device: whether all of the maker’s devices on it are meant is not said.',
      weighs: 'open',
    },
  ];
  return {
    ...{ modelId: model.id, group, how: 'component', componentId: null, confidence: 'likely' },
    ...{ reasons, tested: { by: 'system', system }, met: NONE, cves: cvesOf(group) },
  };
}

function byComponents(group: ProductGroup, components: readonly RegisteredComponent[]): FoundMatch[] {
  const found = new Map<string, FoundMatch>();
  for (const component of components) {
    const match = matchComponent(group, component);
    if (!match) continue;
    const { id, modelId, name, release } = component;
    const held = found.get(modelId);
    const others = held?.tested.by === 'components' ? held.tested.components : [];
    const tested: Tested = { by: 'components', components: [...others, { name, release }] };
    // Two releases of one library in one model are one match; the surer one explains it.
    if (held && surer(held.confidence, match.confidence) >= 0) found.set(modelId, { ...held, tested });
    else {
      const reasons = [...match.reasons, ...versionReasons(group)];
      const base = { modelId, group, how: 'component' as const, componentId: id, confidence: match.confidence };
      found.set(modelId, { ...base, reasons, tested, met: NONE, cves: cvesOf(group) });
    }
  }
  return [...found.values()];
}

/** More products of one family than these tell a person nothing. */
const MOST_FAMILY = 3;
const FAMILY = 4;

/** A model that one product names is not meant by another that only resembles it. */
function nearest(found: readonly Ranked[]): FoundMatch[] {
  const best = new Map<string, number>();
  for (const { modelId, rank } of found) best.set(modelId, Math.min(rank, best.get(modelId) ?? rank));
  const family = new Map<string, number>();
  return found
    .map((one) => {
      // Its number stands there, and another product has its name: both are meant, the name more surely.
      const isNamed = best.get(one.modelId) === 0 && one.rank > 0;
      return one.byNumber && isNamed ? { ...one, confidence: lowered(one.confidence) } : one;
    })
    .filter(({ modelId, rank, byNumber }) => rank === best.get(modelId) || byNumber)
    .filter(({ modelId, rank }) => {
      const count = (family.get(modelId) ?? 0) + 1;
      family.set(modelId, count);
      return rank < FAMILY || count <= MOST_FAMILY;
    })
    .map(({ rank: _, byNumber: __, ...match }) => match);
}

/**
 * @param components those of ours whose name may be that of a product here, by `componentKey`; systems of models too
 */
export function matchAdvisory(
  advisory: Advisory,
  models: ModelIndex,
  components: ReadonlyMap<string, readonly RegisteredComponent[]>,
): FoundMatch[] {
  const groups = productGroups(advisory);
  const named: Ranked[] = [];
  const inside: FoundMatch[] = [];
  for (const group of groups) {
    if (isSystemAlone(group.name)) {
      for (const model of models.candidates(group)) {
        const match = bySystem(group, model);
        if (match) inside.push(match);
      }
      continue;
    }
    for (const model of models.candidates(group)) {
      const match = byName(group, model);
      if (match) named.push(match);
    }
    const keys = new Set(componentKeysOf(group));
    inside.push(
      ...byComponents(
        group,
        [...keys].flatMap((key) => components.get(key) ?? []),
      ),
    );
  }
  const whole = nearest(named);
  // What a model is goes before what sits in it, for one and the same product.
  const taken = new Set(whole.map(({ modelId, group }) => `${modelId} ${group.key}`));
  return [...whole, ...inside.filter(({ modelId, group }) => !taken.has(`${modelId} ${group.key}`))];
}

/** Components by what they are looked up by. */
export function indexComponents(components: readonly RegisteredComponent[]): Map<string, RegisteredComponent[]> {
  const index = new Map<string, RegisteredComponent[]>();
  for (const component of components) {
    const purlName = /^pkg:[^@?#]*\/([^/@?#]+)/.exec(component.purl)?.[1] ?? '';
    for (const key of new Set([componentKey(component.name), componentKey(decode(purlName))])) {
      if (key !== '') index.set(key, [...(index.get(key) ?? []), component]);
    }
  }
  return index;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
