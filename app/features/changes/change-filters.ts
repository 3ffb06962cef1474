/** What the list of changes is narrowed to and sorted by, read from the address. Nonsense counts as not given. */
import { z } from 'zod';
import { isKindId } from '../../regulation/kinds';
import type { KindId } from '../../regulation/kinds/kind-ids';
import { type ChangeStatus, isChangeStatus } from './change-status';

export interface ChangeFilters {
  q: string;
  status: ChangeStatus | '';
  kind: KindId | '';
  model: string;
  mine: boolean;
  sort: 'updated' | 'reference' | 'needed';
  descending: boolean;
}

export function changeFilters(search: URLSearchParams): ChangeFilters {
  const status = search.get('status') ?? '';
  const kind = search.get('kind') ?? '';
  const model = search.get('model') ?? '';
  const sorted = search.get('sort');
  const sort = sorted === 'reference' || sorted === 'needed' ? sorted : 'updated';
  const order = search.get('order');
  return {
    q: (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 200),
    status: isChangeStatus(status) ? status : '',
    kind: isKindId(kind) ? kind : '',
    model: z.uuid().safeParse(model).success ? model : '',
    mine: search.get('mine') === 'yes',
    sort,
    descending: order ? order === 'desc' : sort !== 'needed',
  };
}
