import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { SHOWN } from '~/features/incidents/address';
import { Counts } from '~/features/incidents/counts';
import { getIncident } from '~/features/incidents/get-incident.server';
import { SORT_WORDS } from '~/features/incidents/incident';
import { MeasuresTable } from '~/features/incidents/measures-table';
import { PartsTable, ReasonsPanel } from '~/features/incidents/reasons-panel';
import { StoryPanel } from '~/features/incidents/story-panel';
import { UnitsTable } from '~/features/incidents/units-table';
import { writtenInWords } from '~/features/plans/day-span';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager, useSearchLink } from '~/ui/table';

const Params = z.object({ incident: z.string().max(60) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.incident.title ?? 'Incident'} · Fleet · Changemark` },
];

export const loader = protectedLoader('fleet:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await getIncident(actor, params.incident, url.searchParams)),
);

export default function IncidentOnFleet() {
  const { incident, figures, model, shown, units } = useLoaderData<typeof loader>();
  const link = useSearchLink();
  const back = model ? `?model=${model.id}` : '';
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Fleet', to: '/fleet' },
          { label: 'Incidents', to: `/fleet/incidents${back}` },
          { label: incident.title },
        ]}
        state={<StateBadge state="info">{SORT_WORDS[incident.sort]}</StateBadge>}
        title={`${incident.title}, ${writtenInWords(incident.on)}`}
        sub={
          model ? (
            <>
              Played on{' '}
              <Link to={`/devices/${model.id}`} className="underline">
                {model.name}
              </Link>{' '}
              as it stands today. <Link to={`/fleet/incidents/${incident.id}`}>The whole fleet</Link>
            </>
          ) : (
            'Played on the fleet as it stands today.'
          )
        }
      />
      <Counts
        counted={figures.counted}
        shown={shown}
        link={(of) => `${link({ shown: of, after: null, before: null })}#units`}
      />
      <ReasonsPanel figures={figures} />
      <Panel title="Which controls would have mattered" flush>
        <MeasuresTable incident={incident} figures={figures} model={model} />
      </Panel>
      {model || figures.models.length === 0 ? null : (
        <Panel title="By device" flush>
          <PartsTable
            label="Device"
            parts={figures.models}
            inAll={figures.modelsInAll}
            linkOf={(id) => link({ model: id, shown: null, after: null, before: null })}
          />
        </Panel>
      )}
      {figures.zones.length > 1 ? (
        <Panel title="By network zone" flush>
          <PartsTable label="Zone" parts={figures.zones} inAll={figures.zonesInAll} />
        </Panel>
      ) : null}
      {shown ? (
        <Panel title={`Units: ${SHOWN.find(({ value }) => value === shown)?.label ?? ''}`} id="units" flush>
          {units.rows.length > 0 ? (
            <UnitsTable rows={units.rows} />
          ) : (
            <div className="p-4">
              <Empty title="No unit" />
            </div>
          )}
          <Pager before={units.before} after={units.after} />
        </Panel>
      ) : null}
      <StoryPanel incident={incident} />
    </>
  );
}
