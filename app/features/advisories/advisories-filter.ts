/** What the inbox is narrowed by, as an address says it. Anything unreadable is left out. Pure. */
import { z } from 'zod';
import type { AdvisoryState } from '../../../db/schema/index.server';
import { storableText } from '../text-input';
import { isAdvisoryState } from './advisory-states';

export interface AdvisoriesFilter {
  /** Open: everything that is neither decided, set aside nor about nothing of ours. */
  state: AdvisoryState | 'open' | 'all';
  /** Part of id, title, publisher or vendor. */
  q: string;
  /** Only those with a vulnerability that is known to be exploited. */
  kev: boolean;
  /** Only those that match this model. */
  model: string | null;
}

/** Reads the search parameters of the inbox. */
export function readAdvisoriesFilter(search: URLSearchParams): AdvisoriesFilter {
  const state = search.get('state') ?? '';
  const model = search.get('model');
  return {
    state: isAdvisoryState(state) || state === 'all' ? state : 'open',
    q: storableText(search.get('q') ?? '')
      .trim()
      .slice(0, 200),
    kev: search.get('kev') === 'yes',
    model: model && z.uuid().safeParse(model).success ? model : null,
  };
}

export const isNarrowed = ({ state, q, kev, model }: AdvisoriesFilter): boolean =>
  state !== 'open' || q !== '' || kev || model !== null;
