/** The fleet on one page: exposed, unsupported, waiting, not disclosed; each number opens its rows. */

import { Link } from '@remix-run/react';
import { Empty, PageHeader, Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import { FeedAges } from '../imports/feed-age';
import { ExposurePanel } from '../suppliers/statistics/exposure-panel';
import { CveForm } from './cve-form';
import { FigureTable } from './figure-table';
import { disclosureLines, exposureLines, supportLines, waitingLines } from './fleet-lines';
import type { FleetPage } from './get-fleet.server';
import { PlacesTable, SitesTable } from './place-tables';
import { TrendPanel } from './trend-panel';
import { GROUP_TITLES, type WaitingGroup } from './waiting-whys';

const Csv = ({ table, may }: { table: string; may: boolean }) =>
  may ? (
    <a className="no-print btn btn-ghost btn-sm" href={`/fleet/export.csv?table=${table}`} download>
      CSV<span className="sr-only"> of {table}</span>
    </a>
  ) : null;

const Waiting = ({ group, fleet }: { group: WaitingGroup; fleet: FleetPage }) => (
  <Panel title={GROUP_TITLES[group]} flush>
    <FigureTable label={GROUP_TITLES[group]} lines={waitingLines(fleet, group)} />
  </Panel>
);

function Ages({ fleet }: { fleet: FleetPage }) {
  return (
    <Panel title="What this rests on">
      <FeedAges ages={fleet.ages} today={fleet.today} />
      <p className="quiet mt-1">
        {fleet.registerChangedAt ? (
          <>
            Register of models last changed <TimeText value={fleet.registerChangedAt} />. Counted when this page was
            asked for.
          </>
        ) : (
          'The register holds no model yet.'
        )}
      </p>
    </Panel>
  );
}

export function FleetView({ fleet }: { fleet: FleetPage }) {
  const may = fleet.mayExport;
  return (
    <>
      <PageHeader
        title="Fleet"
        sub={`${fleet.total.toLocaleString('en-GB')} units in use. Each number says of how many, and opens exactly its rows. What is unclear stands apart and is never counted as no.`}
        actions={
          <>
            <Link className="btn btn-outline btn-sm" to="/fleet/proofs">
              Stale proofs
            </Link>
            <Link className="btn btn-outline btn-sm" to="/fleet/incidents">
              Incident replay
            </Link>
          </>
        }
      />
      <CveForm asked="" />
      {fleet.total === 0 ? (
        <Empty title="There is no unit in use yet.">Add units to a model, or import an inventory.</Empty>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Exposed" flush aside={<Csv table="figures" may={may} />}>
            <FigureTable label="Exposed units" lines={exposureLines(fleet)} />
          </Panel>
          <Panel title="Support of operating systems" flush>
            <FigureTable label="Units by support of their operating system" lines={supportLines(fleet)} />
          </Panel>
          <Panel title="Not known, because nobody disclosed it" flush>
            <FigureTable label="Units whose makers disclosed nothing" lines={disclosureLines(fleet)} />
          </Panel>
          <Waiting group="suppliers" fleet={fleet} />
          <Ages fleet={fleet} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Waiting group="changes" fleet={fleet} />
          <Waiting group="in_force" fleet={fleet} />
          <Waiting group="certificates" fleet={fleet} />
        </div>
      </div>
      <Panel title="Exposed, by site" flush aside={<Csv table="sites" may={may} />}>
        <SitesTable fleet={fleet} />
      </Panel>
      <Panel title="Unsupported, by device class and site" flush aside={<Csv table="places" may={may} />}>
        <PlacesTable fleet={fleet} />
      </Panel>
      <ExposurePanel exposure={fleet.exposure} />
      {may ? (
        <p className="no-print -mt-2">
          <a href="/fleet/export.csv?table=exposure-days" download>
            Exposure-days (CSV)
          </a>{' '}
          ·{' '}
          <a href="/fleet/export.csv?table=days" download>
            Figures by day (CSV)
          </a>
        </p>
      ) : null}
      <TrendPanel days={fleet.days} />
    </>
  );
}
