/** Whether a product of an advisory is a model of ours, by maker, name, number and identifier. Pure. */
import type { MatchConfidence, MatchReason } from '../../../../db/schema/index.server';
import { lowered, raised } from './confidence';
import { compact, wordsOf } from './fold';
import type { ProductGroup } from './product-groups';
import { type NameLevel, type NameRelation, nameRelation } from './product-names';
import { isModelNumber, kindWords, productWords } from './product-words';
import type { RegisteredModel } from './register';
import { windowsIn } from './systems';
import { type VendorRelation, vendorRelation, vendorWords } from './vendors';

export interface NameMatch {
  confidence: MatchConfidence;
  how: 'name' | 'identifier';
  reasons: MatchReason[];
  /** 0: it is named; then number, near, part, family. Of the products of one advisory only the nearest are meant. */
  rank: number;
  /** Found by its number: conditions such as "model 35700BAX2" are met. */
  byNumber: boolean;
}

const LEVELS = { same: 'certain', near: 'likely', part: 'possible', family: 'possible' } as const;
const RANKS: readonly NameLevel[] = ['same', 'near', 'part', 'family'];
const MOST_TOLD = 8;

function bestName(group: ProductGroup, model: RegisteredModel): NameRelation | null {
  const makers = vendorWords(group.vendor, model.supplier);
  const ours = productWords(model.name, makers);
  const withNumber = model.modelNumber ? productWords(`${model.name} ${model.modelNumber}`, makers) : null;
  const found = group.names.flatMap((name) => {
    const theirs = productWords(name, makers);
    return [nameRelation(theirs, ours), withNumber && nameRelation(theirs, withNumber)].filter((one) => one !== null);
  });
  return found.sort((one, other) => RANKS.indexOf(one.level) - RANKS.indexOf(other.level))[0] ?? null;
}

function numberReason({ numbers }: ProductGroup, { modelNumber }: RegisteredModel): MatchReason | null {
  const number = compact(modelNumber);
  if (!isModelNumber(number) || !numbers.has(number)) return null;
  return { rule: 'number', says: `The advisory names the model number ${modelNumber}.`, weighs: 'for' };
}

const digits = (text: string) => text.replace(/\D/g, '').padStart(14, '0');

function identifierReason({ lines }: ProductGroup, { udiDi }: RegisteredModel): MatchReason | null {
  if (udiDi.trim() === '') return null;
  const same = lines.some(({ product }) =>
    product.identifiers.some(
      (one) => compact(one) === compact(udiDi) || (/\d{12,}/.test(one) && digits(one) === digits(udiDi)),
    ),
  );
  return same ? { rule: 'identifier', says: `The advisory names the UDI-DI ${udiDi}.`, weighs: 'for' } : null;
}

function vendorReason(vendor: VendorRelation | null, { vendor: written }: ProductGroup, supplier: string): MatchReason {
  if (!written) return { rule: 'vendor', says: 'The advisory names no vendor for this product.', weighs: 'open' };
  if (!vendor) {
    const says = `Nothing says that “${written}” and “${supplier}” are one firm.`;
    return { rule: 'vendor', says, weighs: 'against' };
  }
  const weighs = vendor.kind === 'acquired' || vendor.kind === 'separated' ? 'open' : 'for';
  return { rule: 'vendor', says: vendor.says, weighs };
}

/** A product that names its operating system is another one where ours runs something else. */
function systemReason(group: ProductGroup, { systems }: RegisteredModel): MatchReason | null {
  const wanted = windowsIn(group.name);
  if (!wanted) return null;
  const ours = systems.map(windowsIn);
  if (ours.includes(wanted)) return { rule: 'system', says: `It runs ${wanted}, as the advisory says.`, weighs: 'for' };
  if (ours.some((one) => one !== null)) {
    return {
      rule: 'system',
      says: `The advisory means devices on ${wanted}; ours run ${systems.join(', ')}.`,
      weighs: 'against',
    };
  }
  return {
    rule: 'system',
    says: `The advisory means devices on ${wanted}; what ours run is not known.`,
    weighs: 'open',
  };
}

const toldApart = ({ differs }: NameRelation): string => {
  const told = differs.slice(0, MOST_TOLD).map((word) => `“${word}”`);
  return [...told, ...(differs.length > MOST_TOLD ? ['others'] : [])].join(', ');
};

/** A maker names a kind of its devices instead of models: "SPECT/CT systems". One common word is never enough. */
function kindRelation(group: ProductGroup, model: RegisteredModel): NameRelation | null {
  const makers = vendorWords(group.vendor, model.supplier);
  const theirs = productWords(group.name.replace(/\bwindows\b.*$/i, ''), makers);
  const kinds = [...new Set(kindWords(theirs))];
  if (theirs.telling.size > 0 || kinds.length < 2) return null;
  const ours = wordsOf(`${model.name} ${model.kind}`);
  if (!kinds.every((word) => ours.includes(word)) || !vendorRelation(group.vendor, model.supplier)) return null;
  const says = `The advisory names a kind of device and no model: ${kinds.join(', ').toUpperCase()}.`;
  return { level: 'part', says, differs: [], number: false };
}

function rankOf(identifier: boolean, number: boolean, name: NameRelation | null): number {
  if (identifier || name?.level === 'same') return 0;
  if (number || (name?.level === 'near' && name.number)) return 1;
  return name ? RANKS.indexOf(name.level) + 1 : 1;
}

/** How sure name and number make it; null when they do not carry a match. */
function level(
  name: NameRelation | null,
  number: MatchReason | null,
  vendor: VendorRelation | null,
  { vendor: written }: ProductGroup,
  { modelNumber }: RegisteredModel,
): MatchConfidence | null {
  // Four digits alone are numbers of many things.
  if (number && vendor) return name || compact(modelNumber).length > 4 ? 'certain' : 'likely';
  if (number) return name ? 'likely' : null;
  if (!name) return null;
  if (vendor) return LEVELS[name.level];
  // Without the maker, only a whole name counts, and then only as a possibility.
  if (written) return name.level === 'same' ? 'possible' : null;
  return name.level === 'same' || name.level === 'near' ? lowered(LEVELS[name.level]) : null;
}

/** Null when nothing says that this is one of ours: one common word never does. */
export function matchName(group: ProductGroup, model: RegisteredModel): NameMatch | null {
  const identifier = identifierReason(group, model);
  const number = numberReason(group, model);
  const name = bestName(group, model) ?? kindRelation(group, model);
  if (!identifier && !number && !name) return null;
  const vendor = vendorRelation(group.vendor, model.supplier);
  const system = systemReason(group, model);
  const base = identifier ? 'certain' : level(name, number, vendor, group, model);
  if (!base) return null;
  let confidence: MatchConfidence = base;
  if (!identifier && (vendor?.kind === 'acquired' || vendor?.kind === 'separated')) confidence = lowered(confidence);
  if (system?.weighs === 'against') confidence = lowered(lowered(confidence));
  if (system?.weighs === 'for' && confidence === 'possible') confidence = raised(confidence);
  const differs = name && !number && name.differs.length > 0;
  const reasons = [
    ...(identifier ? [identifier] : []),
    vendorReason(vendor, group, model.supplier),
    ...(number ? [number] : []),
    ...(name ? [{ rule: 'name', says: name.says, weighs: 'for' as const }] : []),
    ...(differs
      ? [
          {
            rule: 'name',
            says: `Only one of the names holds ${toldApart(name)}.`,
            weighs: 'against' as const,
          },
        ]
      : []),
    ...(system ? [system] : []),
  ];
  const rank = rankOf(identifier !== null, number !== null, name);
  return { confidence, how: identifier ? 'identifier' : 'name', reasons, rank, byNumber: number !== null };
}
