/** Where unsupported and exposed units stand. */
import { Link } from '@remix-run/react';
import { TableRegion } from '../../ui/table';
import type { FleetPage } from './get-fleet.server';
import type { UnitWhy } from './unit-whys';
import { unitsAddress } from './units-filter';

interface NumberOf {
  n: number;
  why: UnitWhy;
  site: string;
  className?: string;
  label: string;
}

const CountLink = ({ n, why, site, className, label }: NumberOf) =>
  n === 0 ? (
    <>0</>
  ) : (
    <Link to={unitsAddress({ why, site, className })} className="inline-block py-0.5 underline">
      {n.toLocaleString('en-GB')}
      <span className="sr-only"> {label}</span>
    </Link>
  );

const More = ({ n, table }: { n: number; table: string }) =>
  n === 0 ? null : (
    <p className="quiet px-4 py-2">
      {n} more {n === 1 ? 'line' : 'lines'} in the download (<a href={`/fleet/export.csv?table=${table}`}>CSV</a>).
    </p>
  );

export const PlacesTable = ({ fleet }: { fleet: FleetPage }) => (
  <>
    <TableRegion label="Unsupported systems by class and place">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Device class</th>
            <th scope="col">Site</th>
            <th scope="col">Unsupported</th>
            <th scope="col">Only paid updates</th>
            <th scope="col">Not known</th>
            <th scope="col">Of units</th>
          </tr>
        </thead>
        <tbody>
          {fleet.places.map(({ className, site, unsupported, paid, unknown, of }) => {
            const here = {
              site,
              className,
              label: `${className || 'class not recorded'}, ${site || 'no site recorded'}`,
            };
            return (
              <tr key={`${className} ${site}`}>
                <th scope="row" className="font-medium">
                  {className || 'not recorded'}
                </th>
                <td data-label="Site">{site || 'not recorded'}</td>
                <td data-label="Unsupported">
                  <CountLink n={unsupported} why="unsupported" {...here} />
                </td>
                <td data-label="Only paid updates">
                  <CountLink n={paid} why="paid" {...here} />
                </td>
                <td data-label="Not known">
                  <CountLink n={unknown} why="support_unknown" {...here} />
                </td>
                <td data-label="Of units">{of.toLocaleString('en-GB')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
    <More n={fleet.morePlaces} table="places" />
  </>
);

export const SitesTable = ({ fleet }: { fleet: FleetPage }) => (
  <>
    <TableRegion label="Exposed units by site">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col">Exposed</th>
            <th scope="col">Known to be exploited</th>
            <th scope="col">Unclear</th>
            <th scope="col">Of units</th>
          </tr>
        </thead>
        <tbody>
          {fleet.sites.map(({ site, n, exposed, exploited, unclear }) => {
            const here = { site, label: site || 'no site recorded' };
            return (
              <tr key={site}>
                <th scope="row" className="font-medium">
                  {site || 'not recorded'}
                </th>
                <td data-label="Exposed">
                  {fleet.unknown.exposed ? 'not known' : <CountLink n={exposed} why="exposed" {...here} />}
                </td>
                <td data-label="Known to be exploited">
                  {fleet.unknown.exploited ? 'not known' : <CountLink n={exploited} why="exploited" {...here} />}
                </td>
                <td data-label="Unclear">
                  {fleet.unknown.unclear ? 'not known' : <CountLink n={unclear} why="unclear" {...here} />}
                </td>
                <td data-label="Of units">{n.toLocaleString('en-GB')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
    <More n={fleet.moreSites} table="sites" />
  </>
);
