/** The order in which options are listed. What nobody gave comes last, whichever way the order runs. Pure. */
import { exposureRank } from '../../regulation/options/exposure';
import type { OptionResult } from '../../regulation/options/option-result';

export const SORTS = ['exposure', 'downtime', 'staff', 'lead'] as const;
export type Sort = (typeof SORTS)[number];

export interface Order {
  /** Null: the order of the measures. */
  sort: Sort | null;
  descending: boolean;
}

/** The order an address asks for; anything it does not know is the order of the measures. */
export function orderOf(search: URLSearchParams): Order {
  const sort = SORTS.find((one) => one === search.get('sort')) ?? null;
  return { sort, descending: search.get('order') === 'desc' };
}

type Sortable = Pick<OptionResult, 'residual' | 'downtimeHours' | 'staffHours' | 'leadTimeDays'>;

/** Compared by the worst that can still be, then by the best. */
function keysOf(option: Sortable, sort: Sort): [number, number] | null {
  if (sort === 'exposure') return [exposureRank(option.residual.greatest), exposureRank(option.residual.least)];
  const given = { downtime: option.downtimeHours, staff: option.staffHours, lead: option.leadTimeDays }[sort];
  return given && [given.most, given.least];
}

/** Options in the order asked for; among equals the order of the measures stays. */
export function sortOptions<Option extends Sortable>(
  options: readonly Option[],
  { sort, descending }: Order,
): Option[] {
  if (sort === null) return [...options];
  const turn = descending ? -1 : 1;
  return [...options].sort((a, b) => {
    const [mine, theirs] = [keysOf(a, sort), keysOf(b, sort)];
    if (!mine || !theirs) return Number(!mine) - Number(!theirs);
    return turn * (mine[0] - theirs[0] || mine[1] - theirs[1]);
  });
}
