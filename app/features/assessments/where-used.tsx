/** Where an instrument was used: assessments, newest first, each with what came out. */
import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { Page } from '../keyset';
import type { UseView } from './use-view';

const STATES: Record<UseView['state'], string> = {
  applies: 'applied',
  named: 'asked for by name',
  hint: 'forecast only',
  unknown: 'not known whether it applies',
};

export const WhereUsed = ({ used }: { used: Page<UseView> }) => (
  <Panel title="Where this was used" id="used" flush>
    {used.rows.length === 0 ? (
      <p className="quiet px-4 pb-3">No assessment here has walked it yet.</p>
    ) : (
      <>
        <TableRegion label="Assessments that walked the instrument">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Change</th>
                <th scope="col">Assessment</th>
                <th scope="col">Edition</th>
                <th scope="col">Outcome</th>
                <th scope="col">Tier</th>
              </tr>
            </thead>
            <tbody>
              {used.rows.map((row) => (
                <tr key={`${row.changeId} ${row.number}`}>
                  <td data-label="">
                    <Link to={`/changes/${row.changeId}`} className="font-medium underline underline-offset-2">
                      {row.reference}
                    </Link>{' '}
                    {row.title}
                  </td>
                  <td data-label="Assessment">
                    <Link
                      to={`/changes/${row.changeId}/assessments/${row.number}`}
                      className="underline underline-offset-2"
                    >
                      {row.number}
                    </Link>
                    , <TimeText value={row.assessedAt} />
                  </td>
                  <td data-label="Edition">{row.edition}</td>
                  <td data-label="Outcome">
                    {row.outcomes.length > 3
                      ? `${row.outcomes.slice(0, 3).join(', ')} or one of ${row.outcomes.length - 3} others`
                      : row.outcomes.join(' or ')}
                    <span className="quiet block">{STATES[row.state]}</span>
                  </td>
                  <td data-label="Tier">
                    <TierRange from={row.tier} to={row.worstTier} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
        {used.before || used.after ? <Pager before={used.before} after={used.after} /> : null}
      </>
    )}
  </Panel>
);
