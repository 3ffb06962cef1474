/** What another policy would do to the changes under way. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { PolicyPreview } from './policy-view';

const number = (n: number) => n.toLocaleString('en-GB');

const Counts = ({ verb, of }: { verb: string; of: Record<string, number> }) =>
  Object.entries(of).map(([place, n]) => (
    <li key={place}>
      {number(n)} {n === 1 ? `${verb}s` : verb} the place of {place}
    </li>
  ));

export function PreviewPanel({ of }: { of: PolicyPreview }) {
  const capped = of.looked < of.total;
  return (
    <Panel id="preview" title="What would change" flush>
      <div className="px-4 pb-2">
        <p role="status">
          {of.differing === 0
            ? `None of ${number(of.looked)} changes under way would have another route.`
            : `${number(of.differing)} of ${number(of.looked)} changes under way would have another route.`}{' '}
          Nothing is saved by looking.
        </p>
        {capped ? (
          <p className="quiet">
            Looked at are the newest {number(of.looked)} of {number(of.total)} changes under way.
          </p>
        ) : null}
        <ul className="ml-5 list-disc">
          <Counts verb="gain" of={of.gains} />
          <Counts verb="lose" of={of.losses} />
        </ul>
        {of.rows.length < of.differing ? (
          <p className="quiet">
            Listed are the newest {of.rows.length} of {number(of.differing)}.
          </p>
        ) : null}
      </div>
      {of.rows.length > 0 ? (
        <TableRegion label="Changes whose route would be another">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col" className="w-1/2">
                  Change
                </th>
                <th scope="col">State</th>
                <th scope="col">Would gain</th>
                <th scope="col">Would lose</th>
              </tr>
            </thead>
            <tbody>
              {of.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/changes/${row.id}/sign-off`} className="font-medium hover:underline">
                      {row.title || 'Untitled'}
                    </Link>
                    <span className="quiet block font-mono text-[0.93em]">{row.reference}</span>
                  </td>
                  <td data-label="State">{row.status}</td>
                  <td data-label="Would gain">{row.added.join(', ') || '–'}</td>
                  <td data-label="Would lose">{row.removed.join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      ) : null}
    </Panel>
  );
}
