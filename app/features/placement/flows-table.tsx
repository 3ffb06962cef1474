/** The communication matrix as a table. */
import { Link } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { SourceLine } from '../provenance/fact-list';
import type { FlowView } from './flow-rows.server';
import { ClinicalBadge, NotSaid, PeerText, WayText } from './flow-words';

export function FlowsTable(props: { flows: FlowView[]; modelId: string; mayEdit: boolean }) {
  const { flows, modelId, mayEdit } = props;
  return (
    <TableRegion label="Communication matrix">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Peer</th>
            <th scope="col">Who begins, protocol, ports</th>
            <th scope="col">Purpose</th>
            <th scope="col">Clinical</th>
            <th scope="col">Seen on the wire</th>
            <th scope="col">Source</th>
            {mayEdit ? <th scope="col">Edit</th> : null}
          </tr>
        </thead>
        <tbody>
          {flows.map((flow, index) => (
            <tr key={flow.id}>
              <th scope="row" className="font-medium">
                <PeerText {...flow} />
              </th>
              <td data-label="Who begins, protocol, ports">
                <WayText flow={flow} />
              </td>
              <td data-label="Purpose">{flow.purpose ? shorten(flow.purpose, 160) : <NotSaid />}</td>
              <td data-label="Clinical">
                <ClinicalBadge clinical={flow.clinical} />
              </td>
              <td data-label="Seen on the wire">
                {flow.seenOn ? dateInWords(flow.seenOn) : <span className="quiet">only declared</span>}
              </td>
              <td data-label="Source">
                <SourceLine source={flow.source} above={flows[index - 1]?.source} />
              </td>
              {mayEdit ? (
                <td data-label="" className="whitespace-nowrap">
                  <Link
                    className="btn btn-ghost btn-xs"
                    to={`/devices/${modelId}/network/${flow.id}`}
                    aria-label={`Edit the line on ${shorten(flow.peer, 60)}`}
                  >
                    Edit
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
