/** The certifications of a model, those in force first. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { SourceLine } from '../provenance/fact-list';
import { basisShort, marketLabel } from './bases';
import type { CertificationView } from './certification-view';
import { EndingText, TransitionText } from './ending-text';

export function CertificationsTable(props: { modelId: string; certifications: CertificationView[]; today: string }) {
  return (
    <TableRegion label="Certifications">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Market</th>
            <th scope="col">Basis and class</th>
            <th scope="col">Number</th>
            <th scope="col">Body</th>
            <th scope="col">Ends</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {props.certifications.map((cert) => (
            <tr key={cert.id} className={cert.retiredAt ? 'quiet' : undefined}>
              <th scope="row" className="font-medium">
                <Link to={`/devices/${props.modelId}/certifications/${cert.id}`}>{marketLabel(cert.market)}</Link>
              </th>
              <td data-label="Basis and class">
                {basisShort(cert.basis)} {cert.class || <span className="quiet">class not recorded</span>}{' '}
                {cert.retiredAt ? <StateBadge state="plain">retired {dateInWords(cert.retiredAt)}</StateBadge> : null}
              </td>
              <td data-label="Number" className="md:min-w-28">
                {shorten(cert.number, 80) || <span className="quiet">not recorded</span>}
              </td>
              <td data-label="Body" className="md:min-w-24">
                {shorten(cert.body, 80) || <span className="quiet">–</span>}
              </td>
              <td data-label="Ends">
                <EndingText cert={cert} today={props.today} />
                {cert.retiredAt ? null : <TransitionText cert={cert} today={props.today} />}
              </td>
              <td data-label="Source">
                <SourceLine source={cert.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
