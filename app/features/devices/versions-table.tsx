/** Software versions of a model, newest first. */
import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { SourceLine } from '../provenance/fact-list';
import type { VersionView } from './get-model-software.server';
import { osInWords } from './os-support';
import { OsText } from './os-text';

export function VersionsTable({ versions, current }: { versions: VersionView[]; current: string }) {
  return (
    <TableRegion label="Software versions">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Released</th>
            <th scope="col">Operating system</th>
            <th scope="col">Notes</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="font-medium">
                {shorten(one.release, 80)}{' '}
                {one.release === current ? <StateBadge state="info">delivered now</StateBadge> : null}
              </th>
              <td data-label="Released">{one.releasedOn ? dateInWords(one.releasedOn) : 'not recorded'}</td>
              <td data-label="Operating system">
                <OsText
                  os={shorten(osInWords({ product: one.osProduct, release: one.osRelease }), 80)}
                  support={one.support}
                  compact
                />
              </td>
              <td data-label="Notes">{one.notes ? <LongText text={one.notes} /> : '–'}</td>
              <td data-label="Source">
                <SourceLine source={one.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
