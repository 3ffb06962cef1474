/** On what a standard change rests. */
import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { StandardBasis } from './basis';

const certificate = ({
  market,
  basis,
  class: of,
  body,
  certificate: of2,
  number,
  expires,
}: StandardBasis['baseline']['certifications'][number]) =>
  [
    market,
    basis,
    of ? `class ${of}` : 'class not known',
    body,
    of2 ?? number,
    expires ? `until ${dateInWords(expires)}` : '',
  ]
    .filter(Boolean)
    .join(', ');

export const BasisPanel = ({ basis, kinds, actor }: { basis: StandardBasis; kinds: string[]; actor: string }) => (
  <Panel title="What it rests on">
    <p className="max-w-4xl">
      It holds only while all of this stays as it is. Anything that changes suspends it, and the changes take the full
      route.
    </p>
    <dl className="mt-3 grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="font-medium">Kinds of change</dt>
      <dd>{kinds.join(', ')}</dd>
      <dt className="font-medium">Made by</dt>
      <dd>{actor || 'not said'}</dd>
      <dt className="font-medium">Certified</dt>
      <dd>
        {basis.baseline.certifications.length === 0 ? 'no certificate on record' : null}
        {basis.baseline.certifications.map((one) => (
          <span key={JSON.stringify(one)} className="block">
            {certificate(one)}
          </span>
        ))}
      </dd>
      <dt className="font-medium">Software</dt>
      <dd>
        {basis.baseline.software || 'version not known'}, {basis.baseline.os || 'operating system not known'}
      </dd>
    </dl>
    <div className="mt-3">
      <TableRegion label="Charts that were walked">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Instrument</th>
              <th scope="col">Edition</th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(basis.editions).map(([instrument, { edition }]) => {
              const outcome = basis.outcomes.find((one) => one.instrument === instrument);
              return (
                <tr key={instrument}>
                  <th scope="row">
                    <Link to={`/library/${instrument}`}>{instrument}</Link>
                  </th>
                  <td data-label="Edition">{edition}</td>
                  <td data-label="Outcome">
                    {outcome ? <TierRange from={outcome.tier} to={outcome.worst_tier} /> : 'background only'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableRegion>
    </div>
  </Panel>
);
