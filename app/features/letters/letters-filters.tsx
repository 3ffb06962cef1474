/** The filter bar of the list of letters, and the questions people open it with. */
import { Link } from '@remix-run/react';
import { FilterBar, FilterSelect, FilterText } from '../../ui/filters';
import { LETTER_KIND_WORDS, LETTER_KINDS } from './letter-kinds';
import { LETTER_STATUS_LABELS, LETTER_STATUSES } from './letter-status';
import { isNarrowed, LETTER_VIEWS, SEVERITY_LABELS } from './letters-filter';
import type { LetterList } from './list-letters.server';

const MANY = 99;
const count = (n: number): string => (n > MANY ? `${MANY}+` : String(n));

/** Views as links: what is overdue first. */
export function LetterViews({ list }: { list: LetterList }) {
  const views = [{ view: null, label: 'All' }, ...LETTER_VIEWS] as const;
  return (
    <nav aria-label="Views" className="no-print flex flex-wrap gap-2 px-4 pt-3">
      {views.map(({ view, label }) => {
        const here = list.filter.view === view;
        return (
          <Link
            key={label}
            to={view ? `/letters?view=${view}` : '/letters'}
            aria-current={here ? 'page' : undefined}
            className={`btn btn-sm ${here ? 'btn-primary' : 'btn-outline'}`}
          >
            {label}
            {view ? <span className="font-normal">{count(list.counts[view])}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}

export function LettersFilters({ list }: { list: LetterList }) {
  const { filter, suppliers } = list;
  const kept: Record<string, string> = filter.view ? { view: filter.view } : {};
  return (
    <FilterBar label="Narrow the list of letters" kept={kept} narrowed={isNarrowed(filter)}>
      <FilterText name="q" label="Search" value={filter.q} placeholder="Reference, subject, supplier" />
      <FilterSelect
        name="state"
        label="State"
        value={filter.state ?? ''}
        all="any"
        choices={LETTER_STATUSES.map((state) => ({ value: state, label: LETTER_STATUS_LABELS[state] }))}
      />
      <FilterSelect
        name="kind"
        label="Kind"
        value={filter.kind ?? ''}
        all="any"
        choices={LETTER_KINDS.map((kind) => ({ value: kind, label: LETTER_KIND_WORDS[kind].label }))}
      />
      <FilterSelect
        name="supplier"
        label="Supplier"
        value={filter.supplier ?? ''}
        all="any"
        choices={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="severity"
        label="Severity"
        value={filter.severity ?? ''}
        all="any"
        choices={Object.entries(SEVERITY_LABELS).map(([value, label]) => ({ value, label }))}
      />
      <FilterSelect
        name="sort"
        label="Sorted by"
        value={filter.sort === 'due' ? 'due' : ''}
        all="newest"
        choices={[{ value: 'due', label: 'due date' }]}
      />
    </FilterBar>
  );
}
