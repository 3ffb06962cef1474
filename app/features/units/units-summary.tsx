import { Link } from '@remix-run/react';
import { Empty, Panel } from '../../ui/page';
import type { UnitsSummary } from './units-summary.server';

const Counts = (props: { title: string; rows: { name: string; units: number }[]; empty: string }) => (
  <div>
    <h3 className="mb-1">{props.title}</h3>
    <ul>
      {props.rows.map(({ name, units }) => (
        <li key={name} className="flex justify-between gap-3">
          <span className={name ? '' : 'quiet'}>{name || props.empty}</span>
          <span className="tabular-nums">{units.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  </div>
);

/** Where the units of a model stand and what runs on them. */
export function UnitsSummaryPanel(props: { modelId: string; count: number; units: UnitsSummary; mayEdit: boolean }) {
  return (
    <Panel
      title="Units"
      aside={<Link to={`/devices/${props.modelId}/units`}>all {props.count.toLocaleString('en-GB')}</Link>}
    >
      {props.count === 0 ? (
        <Empty title="No unit is recorded.">
          {props.mayEdit ? <Link to={`/devices/${props.modelId}/units/new`}>Add units</Link> : null}
        </Empty>
      ) : (
        <div className="flex flex-col gap-3">
          <Counts title="Installed version" rows={props.units.versions} empty="as the model says" />
          <Counts title="Location" rows={props.units.locations} empty="not recorded" />
          <Counts title="Network zone" rows={props.units.zones} empty="not recorded" />
        </div>
      )}
    </Panel>
  );
}
