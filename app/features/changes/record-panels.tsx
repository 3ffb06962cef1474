/** The facts a person stated with their sources, and the latest acts on the change. */
import { Link } from '@remix-run/react';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { timeInWords } from '../../ui/time';
import type { ChangeOnPage, Source } from './change-view';

export function sourceInWords(source: Source): string {
  const parts = [source.saidBy, source.document, source.page && `page ${source.page}`, source.date].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'no source recorded';
}

export function StatedFacts({ change }: { change: ChangeOnPage }) {
  const rows = [
    ...change.answers.map((one) => ({ ...one, label: `${one.question}: ${one.asks}`, words: one.value as string })),
    ...change.facts.map((one) => ({ ...one, label: one.question, words: one.valueInWords })),
  ];
  return (
    <Panel
      title="What people stated"
      flush
      aside={change.may.edit ? <Link to={`/changes/${change.id}/facts`}>All questions</Link> : undefined}
    >
      {rows.length === 0 ? (
        <p className="quiet px-4 pb-3">Nothing yet: everything known comes from the register and the kind of change.</p>
      ) : (
        <TableRegion label="What people stated">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Answer</th>
                <th scope="col">Source</th>
                <th scope="col">Recorded by</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.statementId}>
                  <td>{row.label}</td>
                  <td data-label="Answer">
                    <strong>{row.words}</strong>
                    {row.because ? <span className="block">{row.because}</span> : null}
                  </td>
                  <td data-label="Source" className="quiet">
                    {sourceInWords(row.source)}
                  </td>
                  <td data-label="Recorded by" className="quiet">
                    {row.recordedByName}, {timeInWords(row.recordedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </Panel>
  );
}

export const HistoryPanel = ({ change }: { change: ChangeOnPage }) => (
  <Panel title="Record" aside={<Link to={`/changes/${change.id}/history`}>All of it</Link>}>
    <ol className="flex flex-col gap-2">
      {change.history.slice(0, 8).map((entry) => (
        <li key={entry.seq}>
          {entry.label}
          {entry.detail ? <span>: {entry.detail}</span> : null}
          <span className="quiet block text-[0.93em]">
            {entry.actorName}, {timeInWords(entry.at)}
          </span>
        </li>
      ))}
    </ol>
  </Panel>
);
