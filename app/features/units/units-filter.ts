/** What a list of units is narrowed and sorted by, as an address says it. Anything unreadable is left out. Pure. */
import { z } from 'zod';
import { OS_SUPPORT_STATES, type OsSupportState } from '../devices/os-support';
import { storableText } from '../text-input';

export const UNIT_SORTS = ['serial', 'model', 'site', 'location', 'zone'] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];

export const UNIT_STATUSES = [
  { status: 'in_use', label: 'In use' },
  { status: 'retired', label: 'Retired' },
  { status: 'all', label: 'All' },
] as const;
export type UnitStatus = (typeof UNIT_STATUSES)[number]['status'];

export interface UnitsFilter {
  /** Part of a serial number, asset tag, site, location, or of the model's name. */
  q: string;
  /** Units of this model only. */
  model: string | null;
  /** Key of an operating system, the unit's own or its model's. */
  os: string;
  support: OsSupportState | null;
  zone: string;
  site: string;
  status: UnitStatus;
  sort: UnitSort;
  descending: boolean;
}

const MOST_SEARCH = 200;
const LONGEST_CHOICE = 300;

/** Reads the search parameters of a list address. */
export function readUnitsFilter(search: URLSearchParams): UnitsFilter {
  const text = (name: string, longest: number) =>
    storableText(search.get(name) ?? '')
      .trim()
      .slice(0, longest);
  const model = search.get('model');
  return {
    q: text('q', MOST_SEARCH),
    model: model && z.uuid().safeParse(model).success ? model : null,
    os: text('os', LONGEST_CHOICE),
    support: OS_SUPPORT_STATES.find(({ state }) => state === search.get('support'))?.state ?? null,
    zone: text('zone', LONGEST_CHOICE),
    site: text('site', LONGEST_CHOICE),
    status: UNIT_STATUSES.find(({ status }) => status === search.get('status'))?.status ?? 'in_use',
    sort: UNIT_SORTS.find((sort) => sort === search.get('sort')) ?? 'serial',
    descending: search.get('order') === 'desc',
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = (filter: UnitsFilter): boolean =>
  Boolean(filter.q || filter.os || filter.support || filter.zone || filter.site) || filter.status !== 'in_use';
