/** What the list of letters is narrowed and sorted by, as an address says it. Anything unreadable is left out. Pure. */
import { z } from 'zod';
import type { Severity } from '../../../db/schema/letters.server';
import { storableText } from '../text-input';
import { isLetterKind, type LetterKind } from './letter-kinds';
import { isLetterStatus, type LetterStatus } from './letter-status';

/** Questions people open the list with. */
export const LETTER_VIEWS = [
  { view: 'overdue', label: 'Overdue' },
  { view: 'to-approve', label: 'Waiting for approval' },
  { view: 'to-send', label: 'Issued, not sent' },
  { view: 'in-doubt', label: 'Bounced or unsure' },
] as const;
export type LetterViewName = (typeof LETTER_VIEWS)[number]['view'];

export const SEVERITY_LABELS: Record<Severity, string> = {
  exploited: 'actively exploited',
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  not_rated: 'not rated',
};

export const isSeverity = (value: unknown): value is Severity =>
  typeof value === 'string' && Object.hasOwn(SEVERITY_LABELS, value);

export type LetterSort = 'newest' | 'due';

export interface LettersFilter {
  /** Part of reference, subject, supplier. */
  q: string;
  view: LetterViewName | null;
  state: LetterStatus | null;
  kind: LetterKind | null;
  supplier: string | null;
  severity: Severity | null;
  sort: LetterSort;
}

const MOST_SEARCH = 200;

/** Reads the search parameters of the list's address. */
export function readLettersFilter(search: URLSearchParams): LettersFilter {
  const [state, kind, severity, supplier] = ['state', 'kind', 'severity', 'supplier'].map((name) => search.get(name));
  const view = LETTER_VIEWS.find((one) => one.view === search.get('view'))?.view ?? null;
  return {
    q: storableText(search.get('q') ?? '')
      .trim()
      .slice(0, MOST_SEARCH),
    view,
    state: isLetterStatus(state) ? state : null,
    kind: isLetterKind(kind) ? kind : null,
    supplier: supplier && z.uuid().safeParse(supplier).success ? supplier : null,
    severity: isSeverity(severity) ? severity : null,
    // What is overdue is read by how long.
    sort: search.get('sort') === 'due' || (view === 'overdue' && search.get('sort') !== 'newest') ? 'due' : 'newest',
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ q, view, state, kind, supplier, severity }: LettersFilter): boolean =>
  Boolean(q || view || state || kind || supplier || severity);
