import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText, timeInWords } from '../../ui/time';
import type { StatementLine } from './get-statements.server';

/** Who said what, when and from which source; what a later statement replaced stays readable. */
export function StatementsTable({ lines }: { lines: StatementLine[] }) {
  return (
    <Panel title="Everything that was stated" flush>
      {lines.length === 0 ? (
        <p className="quiet px-4 pb-3">Nothing yet: everything known comes from the register and the kind of change.</p>
      ) : (
        <div className="px-2">
          <TableRegion label="Everything that was stated">
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
                {lines.map((line) => (
                  <tr key={line.id}>
                    <td>{line.question}</td>
                    <td data-label="Answer">
                      {line.supersededAt ? <s>{line.value}</s> : <strong>{line.value}</strong>}
                      {line.supersededAt ? (
                        <span className="quiet block text-[0.93em]">replaced {timeInWords(line.supersededAt)}</span>
                      ) : null}
                      {line.because ? <span className="block whitespace-pre-wrap">{line.because}</span> : null}
                    </td>
                    <td data-label="Source">{line.source}</td>
                    <td data-label="Recorded by">
                      {line.recordedByName}
                      <span className="quiet block text-[0.93em]">
                        <TimeText value={line.recordedAt} />
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </div>
      )}
    </Panel>
  );
}
