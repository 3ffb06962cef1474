/** Documents and kept assessments of a change, as tables. */
import { Link } from '@remix-run/react';
import type { Tier } from '../../regulation/chart';
import { StateBadge, TierRange } from '../../ui/badge';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { Papers } from './get-papers.server';

export function DocumentsTable({ change, documents }: Papers) {
  if (documents.length === 0) {
    return (
      <Empty title="No report or letter yet">
        Draft one on <Link to={`/changes/${change.id}#documents`}>the page of the change</Link>.
      </Empty>
    );
  }
  return (
    <Panel title="Reports and letters" flush>
      <div className="px-2">
        <TableRegion label="Reports and letters">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Reference</th>
                <th scope="col">State</th>
                <th scope="col">From assessment</th>
                <th scope="col">Drafted</th>
                <th scope="col">SHA-256</th>
                <th scope="col">File</th>
              </tr>
            </thead>
            <tbody>
              {documents.map((one) => (
                <tr key={one.id}>
                  <td>
                    {one.page ? <Link to={one.page}>{one.reference}</Link> : one.reference}
                    <span className="quiet block text-[0.93em]">{one.kindLabel}</span>
                  </td>
                  <td data-label="State">
                    <StateBadge state="plain">{one.status}</StateBadge>
                  </td>
                  <td data-label="From assessment">{one.assessmentNumber ?? <span className="quiet">none</span>}</td>
                  <td data-label="Drafted">
                    <TimeText value={one.createdAt} />
                    <span className="quiet block text-[0.93em]">{one.createdByName}</span>
                  </td>
                  <td data-label="SHA-256">
                    {one.sha256 ? (
                      <span className="font-mono text-[0.85em] break-all">{one.sha256}</span>
                    ) : (
                      <span className="quiet">not yet</span>
                    )}
                  </td>
                  <td>
                    {one.download ? (
                      <a className="btn btn-sm" href={one.download} aria-label={`Download ${one.reference} as PDF`}>
                        PDF
                      </a>
                    ) : (
                      <span className="quiet">none yet</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </div>
    </Panel>
  );
}

export function AssessmentsTable({ change, assessments }: Papers) {
  return (
    <Panel title="Assessments kept" flush>
      {assessments.length === 0 ? (
        <p className="quiet px-4 pb-3">None yet: the first is kept when the proposal is submitted.</p>
      ) : (
        <div className="px-2">
          <TableRegion label="Assessments kept">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Assessment</th>
                  <th scope="col">When, by whom</th>
                  <th scope="col">Rule library</th>
                  <th scope="col">Tier</th>
                  <th scope="col">Open questions</th>
                </tr>
              </thead>
              <tbody>
                {assessments.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to={`/changes/${change.id}/assessments/${one.number}`}>Assessment {one.number}</Link>
                    </td>
                    <td data-label="When">
                      <TimeText value={one.assessedAt} />
                      <span className="quiet block text-[0.93em]">{one.assessedByName}</span>
                    </td>
                    <td data-label="Rule library">{one.library}</td>
                    <td data-label="Tier">
                      <TierRange from={one.tier as Tier} to={one.worstTier as Tier} />
                    </td>
                    <td data-label="Open questions">{one.openQuestions}</td>
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
