import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { AdvisoriesTable } from '~/features/advisories/advisories-table';
import { ADVISORY_STATES } from '~/features/advisories/advisory-states';
import { listAdvisories } from '~/features/advisories/list-advisories.server';
import { FeedAges } from '~/features/imports/feed-age';
import { protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect, FilterText } from '~/ui/filters';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Advisories · Changemark' }];

export const loader = protectedLoader('advisory:read', undefined, ({ actor, url }) =>
  listAdvisories(actor, url.searchParams),
);

export default function Advisories() {
  const { page, filter, narrowed, counts, ages, today, may } = useLoaderData<typeof loader>();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        title="Advisories"
        sub="What was published about devices, held against the register: what it names of ours, and why."
        actions={
          may.import ? (
            <Link className="btn btn-primary btn-sm" to="/imports">
              Import advisories
            </Link>
          ) : null
        }
      />
      <FeedAges ages={ages} today={today} />
      <Panel flush>
        <FilterBar label="Narrow the inbox" kept={filter.model ? { model: filter.model } : {}} narrowed={narrowed}>
          <FilterText name="q" label="Vendor, title or id" value={filter.q} />
          <FilterSelect
            name="state"
            label="State"
            value={filter.state === 'open' ? '' : filter.state}
            all="open"
            choices={[
              ...Object.entries(ADVISORY_STATES).map(([value, { label }]) => ({
                value,
                label: `${label} (${counts[value as keyof typeof counts] ?? 0})`,
              })),
              { value: 'all', label: `all (${total})` },
            ]}
          />
          <FilterSelect
            name="kev"
            label="Exploited"
            value={filter.kev ? 'yes' : ''}
            all="any"
            choices={[{ value: 'yes', label: 'in KEV only' }]}
          />
        </FilterBar>
        {page.rows.length === 0 ? (
          <div className="p-4">
            <Empty title={total === 0 ? 'No advisory has come in yet.' : 'No advisory is in this state.'}>
              {total === 0 ? (
                <>
                  Load published files, or a signed bundle, under <Link to="/imports">Imports</Link>.
                </>
              ) : (
                <Link to="/advisories?state=all">Show all of them</Link>
              )}
            </Empty>
          </div>
        ) : (
          <AdvisoriesTable
            rows={page.rows}
            loaded={new Set(ages.filter(({ loadedAt }) => loadedAt).map(({ feed }) => feed))}
          />
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </>
  );
}
