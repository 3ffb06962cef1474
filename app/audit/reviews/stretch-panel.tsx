/** What happened since the last review, in numbers that open their events. */
import { Link } from '@remix-run/react';
import { TableRegion } from '~/ui/table';
import { timeInWords } from '~/ui/time';
import { actionInWords } from '../events-table';
import type { Stretch } from './stretch.server';

/** What a reviewer looks at first, each with its question. */
const ASKED: [keyof Stretch, string][] = [
  ['refusedAccess', 'Refused access'],
  ['failedSignIns', 'Sign-ins that failed or were blocked'],
  ['outOfHours', 'Acts outside of Monday to Friday, 7 to 19 o’clock'],
  ['byAdministrators', 'What administrators added or changed'],
  ['voidedSignatures', 'Signatures that fell'],
  ['refusedSignatures', 'Signatures refused: identity not confirmed'],
  ['exports', 'Exports and downloads'],
  ['damaged', 'Files found damaged'],
];

export function StretchPanel({ stretch }: { stretch: Stretch }) {
  const { from, to, firstAt, lastAt, acts, people } = stretch;
  if (to < from) return <p>Nothing was recorded since the last review.</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>
        Events {from} to {to}, {timeInWords(firstAt)} to {timeInWords(lastAt)}, by {people}{' '}
        {people === 1 ? 'person' : 'people'}.
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        <TableRegion label="What to look at">
          <table className="data-table">
            <caption className="sr-only">What to look at</caption>
            <thead>
              <tr>
                <th scope="col">Look at</th>
                <th scope="col">How often</th>
              </tr>
            </thead>
            <tbody>
              {ASKED.map(([name, words]) => (
                <tr key={name}>
                  <td>{words}</td>
                  <td className="tabular-nums">{String(stretch[name])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
        <TableRegion label="Acts by kind">
          <table className="data-table">
            <caption className="sr-only">Acts by kind</caption>
            <thead>
              <tr>
                <th scope="col">Act</th>
                <th scope="col">How often</th>
              </tr>
            </thead>
            <tbody>
              {acts.map(({ action, count }) => (
                <tr key={action}>
                  <td>
                    <Link to={`/record?action=${encodeURIComponent(action)}`} className="link">
                      {actionInWords(action)}
                    </Link>
                  </td>
                  <td className="tabular-nums">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </div>
    </div>
  );
}
