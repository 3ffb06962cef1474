/** The filter bar of the list of models. */
import { FilterBar, FilterSelect, FilterText } from '../../ui/filters';
import { ALL_CLASSES, BASIS_LIST, MARKET_LIST } from '../certifications/bases';
import type { ModelsList } from './list-models.server';
import { EXPIRY_CHOICES, isNarrowed, type ModelsFilter } from './models-filter';

export function ModelsFilters({ filter, choices }: { filter: ModelsFilter; choices: ModelsList['choices'] }) {
  const kept: Record<string, string> = { sort: filter.sort, order: filter.descending ? 'desc' : 'asc' };
  return (
    <FilterBar label="Narrow the list of models" kept={kept} narrowed={isNarrowed(filter)}>
      <FilterText name="q" label="Search" value={filter.q} placeholder="Name, number, kind, maker, UDI" />
      <FilterSelect
        name="maker"
        label="Maker"
        value={filter.maker ?? ''}
        all="any"
        choices={choices.makers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="kind"
        label="Kind"
        value={filter.kind}
        all="any"
        choices={choices.kinds.map((kind) => ({ value: kind, label: kind }))}
      />
      <FilterSelect
        name="os"
        label="Operating system"
        value={filter.os}
        all="any"
        choices={choices.systems.map(({ key, label }) => ({ value: key, label }))}
      />
      <FilterSelect
        name="market"
        label="Market"
        value={filter.market ?? ''}
        all="any"
        choices={MARKET_LIST.map(({ code, label }) => ({ value: code, label }))}
      />
      <FilterSelect
        name="basis"
        label="Basis"
        value={filter.basis ?? ''}
        all="any"
        choices={BASIS_LIST.map(({ code, short }) => ({ value: code, label: short }))}
      />
      <FilterSelect
        name="class"
        label="Class"
        value={filter.class}
        all="any"
        choices={ALL_CLASSES.map((name) => ({ value: name, label: name }))}
      />
      <FilterSelect
        name="expiring"
        label="Certificate ends"
        value={filter.expiring ?? ''}
        all="any time"
        choices={EXPIRY_CHOICES}
      />
      <FilterSelect
        name="status"
        label="Status"
        value={filter.retired ? 'retired' : ''}
        all="in use"
        choices={[{ value: 'retired', label: 'retired' }]}
      />
    </FilterBar>
  );
}
