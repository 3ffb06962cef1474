/** Why units would have been hit or not, and what is missing to know; then by device and by zone. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { SHOWN } from './address';
import type { CountedPart } from './count-replay';
import { CountCells } from './counts';
import type { IncidentPage } from './get-incident.server';

const TITLES = { hit: 'Hit, because', unknown: 'Not known; missing', not: 'Not hit, because' } as const;

export const ReasonsPanel = ({ figures }: Pick<IncidentPage, 'figures'>) => (
  <Panel title="Why">
    <div className="grid gap-4 lg:grid-cols-3">
      {SHOWN.map(({ value }) => {
        const reasons = figures.reasons.filter(({ verdict }) => verdict === value);
        return (
          <div key={value}>
            <h3 className="font-semibold">{TITLES[value]}</h3>
            {reasons.length === 0 ? <p className="quiet">No unit.</p> : null}
            <ul>
              {reasons.map(({ says, units }) => (
                <li key={says} className="flex justify-between gap-3 border-t border-base-300 py-1 first:border-t-0">
                  <span>{says}</span>
                  <span className="tabular-nums">{units.toLocaleString('en-GB')}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
    <p className="quiet mt-2">Several reasons may hold for one unit.</p>
  </Panel>
);

/** Devices or zones, those at greatest risk first. */
export const PartsTable = (props: {
  label: string;
  parts: readonly CountedPart[];
  inAll: number;
  linkOf?: (id: string) => string;
}) => (
  <TableRegion label={props.label}>
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">{props.label}</th>
          {SHOWN.map(({ value, label }) => (
            <th key={value} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.parts.map(({ id, label, counted }) => (
          <tr key={id}>
            <th scope="row" className="font-normal!">
              {props.linkOf ? (
                <Link to={props.linkOf(id)} className="inline-block py-0.5 underline">
                  {label}
                </Link>
              ) : (
                label
              )}
            </th>
            <CountCells counted={counted} />
          </tr>
        ))}
      </tbody>
    </table>
    {props.inAll > props.parts.length ? (
      <p className="quiet px-4 py-2">
        The first {props.parts.length} of {props.inAll.toLocaleString('en-GB')}, those at greatest risk.
      </p>
    ) : null}
  </TableRegion>
);
