/** The filter bar of a list of units. */
import { FilterBar, FilterSelect, FilterText } from '../../ui/filters';
import { OS_SUPPORT_STATES } from '../devices/os-support';
import type { UnitChoices } from './unit-choices.server';
import { isNarrowed, UNIT_STATUSES, type UnitsFilter } from './units-filter';

const asChoice = (value: string) => ({ value, label: value });

export function UnitsFilters({ filter, choices }: { filter: UnitsFilter; choices: UnitChoices }) {
  const kept: Record<string, string> = { sort: filter.sort, order: filter.descending ? 'desc' : 'asc' };
  return (
    <FilterBar label="Narrow the list of units" kept={kept} narrowed={isNarrowed(filter)}>
      <FilterText name="q" label="Search" value={filter.q} placeholder="Serial, tag, location, model" />
      <FilterSelect
        name="support"
        label="Support of the system"
        value={filter.support ?? ''}
        all="any"
        choices={OS_SUPPORT_STATES.map(({ state, label }) => ({ value: state, label }))}
      />
      <FilterSelect
        name="os"
        label="Operating system"
        value={filter.os}
        all="any"
        choices={choices.systems.map(({ key, label }) => ({ value: key, label }))}
      />
      <FilterSelect name="site" label="Site" value={filter.site} all="any" choices={choices.sites.map(asChoice)} />
      <FilterSelect
        name="zone"
        label="Network zone"
        value={filter.zone}
        all="any"
        choices={choices.zones.map(asChoice)}
      />
      <FilterSelect
        name="status"
        label="Status"
        value={filter.status === 'in_use' ? '' : filter.status}
        all="in use"
        choices={UNIT_STATUSES.filter(({ status }) => status !== 'in_use').map(({ status, label }) => ({
          value: status,
          label: label.toLowerCase(),
        }))}
      />
    </FilterBar>
  );
}
