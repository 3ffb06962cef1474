import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { ADVISORY_STATES } from './advisory-states';
import type { AdvisoryLine } from './list-advisories.server';

const units = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'unit' : 'units'}`;

function Hits({ line }: { line: AdvisoryLine }) {
  if (!line.isMatched) return <span className="quiet">being matched</span>;
  if (line.modelsMatched === 0) return <span className="quiet">nothing of ours</span>;
  return (
    <>
      {line.unitsHit > 0 ? <span className="font-semibold">{units(line.unitsHit)}</span> : <span>no unit</span>}
      {line.unitsUnclear > 0 ? <span className="block">and {units(line.unitsUnclear)} unclear</span> : null}
      <span className="quiet block text-[0.93em]">
        {line.modelsMatched} {line.modelsMatched === 1 ? 'model' : 'models'}
        {line.matchesWaiting > 0 ? `, ${line.matchesWaiting} to confirm` : ''}
      </span>
    </>
  );
}

const Row = ({ line, loaded }: { line: AdvisoryLine; loaded: ReadonlySet<string> }) => (
  <tr>
    <th scope="row" className="max-w-md break-words">
      <Link to={`/advisories/${line.id}`} className="hover:underline">
        {shorten(line.title, 160)}
      </Link>
      <span className="quiet block font-normal">
        <span className="font-mono">{shorten(line.publishedId, 60)}</span> · {shorten(line.publisher, 60)}
        {line.vendors.length > 0 ? ` · ${shorten(line.vendors.join(', '), 80)}` : ''}
      </span>
    </th>
    <td data-label="Released" className="whitespace-nowrap">
      {line.release ? <DateText value={line.release} /> : <span className="quiet">no date</span>}
    </td>
    <td data-label="Vulnerabilities">
      {line.cveCount}
      {line.maxScore === null ? null : (
        <span className="quiet block text-[0.93em]">CVSS up to {line.maxScore.toFixed(1)}</span>
      )}
    </td>
    <td data-label="Exploited (KEV)">
      {line.kev > 0 ? (
        <StateBadge state="error">{line.kev} in KEV</StateBadge>
      ) : (
        <span className="quiet">{loaded.has('kev') ? 'none' : 'not known'}</span>
      )}
    </td>
    <td data-label="EPSS">
      {line.epss === null ? (
        <span className="quiet">{loaded.has('epss') ? 'no score' : 'not known'}</span>
      ) : (
        `${(line.epss * 100).toFixed(1)} %`
      )}
    </td>
    <td data-label="Hits here">
      <Hits line={line} />
    </td>
    <td data-label="State">
      <StateBadge state={ADVISORY_STATES[line.state].look}>{ADVISORY_STATES[line.state].label}</StateBadge>
      {line.decidedByName ? (
        <span className="quiet block text-[0.93em]">by {shorten(line.decidedByName, 60)}</span>
      ) : null}
    </td>
  </tr>
);

/** Advisories of the inbox. @param loaded feeds that were ever loaded: of the others nothing is known */
export const AdvisoriesTable = ({ rows, loaded }: { rows: AdvisoryLine[]; loaded: ReadonlySet<string> }) => (
  <TableRegion label="Advisories">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Advisory</th>
          <th scope="col">Released</th>
          <th scope="col">Vulnerabilities</th>
          <th scope="col">Exploited (KEV)</th>
          <th scope="col">EPSS, highest</th>
          <th scope="col">Hits here</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <Row key={line.id} line={line} loaded={loaded} />
        ))}
      </tbody>
    </table>
  </TableRegion>
);
