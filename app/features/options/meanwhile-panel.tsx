/** Beside the answer: what can be done without touching the device, with a way to the whole comparison. */
import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { Panel } from '../../ui/page';
import type { MeanwhileLine } from './meanwhile';
import { exposureInWords } from './option-words';

export function MeanwhilePanel({ lines, changeId }: { lines: readonly MeanwhileLine[]; changeId: string }) {
  if (lines.length === 0) return null;
  return (
    <Panel
      title="Meanwhile, without touching the device"
      flush
      aside={<Link to={`/changes/${changeId}/options`}>All options</Link>}
    >
      <div className="px-2">
        <table className="data-table break-normal">
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">Certificate</th>
              <th scope="col">Exposure</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.option}>
                <td>{line.label}</td>
                <td>
                  {line.tiers ? (
                    <TierRange from={line.tiers.least} to={line.tiers.worst} />
                  ) : (
                    <span className="quiet">no change</span>
                  )}
                </td>
                <td>{exposureInWords(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
