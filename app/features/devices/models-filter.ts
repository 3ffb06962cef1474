/** What the list of models is narrowed and sorted by, as an address says it. Anything unreadable is left out. Pure. */
import { z } from 'zod';
import type { Market } from '../../regulation/vocabulary';
import { ALL_CLASSES, BASIS_CODES, type Basis, MARKET_CODES } from '../certifications/bases';
import { storableText } from '../text-input';

export const MODEL_SORTS = ['name', 'maker', 'kind', 'expiry', 'units'] as const;
export type ModelSort = (typeof MODEL_SORTS)[number];

export const EXPIRY_CHOICES = [
  { value: 'expired', label: 'Already ended' },
  { value: '90', label: 'Within 90 days' },
  { value: '365', label: 'Within a year' },
  { value: 'unknown', label: 'End not known' },
] as const;
export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number]['value'];

export interface ModelsFilter {
  /** Part of name, model number, kind, UDI-DI, or of the maker's name. */
  q: string;
  maker: string | null;
  kind: string;
  os: string;
  market: Market | null;
  basis: Basis | null;
  class: string;
  expiring: ExpiryChoice | null;
  retired: boolean;
  sort: ModelSort;
  descending: boolean;
}

/** Reads the search parameters of a list address. */
export function readModelsFilter(search: URLSearchParams): ModelsFilter {
  const text = (name: string) =>
    storableText(search.get(name) ?? '')
      .trim()
      .slice(0, 300);
  const maker = search.get('maker');
  return {
    q: text('q').slice(0, 200),
    maker: maker && z.uuid().safeParse(maker).success ? maker : null,
    kind: text('kind'),
    os: text('os'),
    market: MARKET_CODES.find((code) => code === search.get('market')) ?? null,
    basis: BASIS_CODES.find((code) => code === search.get('basis')) ?? null,
    class: ALL_CLASSES.find((name) => name === search.get('class')) ?? '',
    expiring: EXPIRY_CHOICES.find(({ value }) => value === search.get('expiring'))?.value ?? null,
    retired: search.get('status') === 'retired',
    sort: MODEL_SORTS.find((sort) => sort === search.get('sort')) ?? 'name',
    descending: search.get('order') === 'desc',
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = (filter: ModelsFilter): boolean =>
  Boolean(filter.q || filter.maker || filter.kind || filter.os || filter.market || filter.basis || filter.class) ||
  filter.expiring !== null ||
  filter.retired;
