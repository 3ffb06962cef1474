/** Each instrument that applies: why, the outcomes still possible, the tier or range, and what is open. */
import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { TableRegion, useSearchLink } from '../../ui/table';
import type { FindingRow } from './result-view';

function Row({ finding, shown }: { finding: FindingRow; shown: boolean }) {
  const link = useSearchLink();
  return (
    <tr className={shown ? 'bg-base-200' : undefined}>
      <td>
        <Link
          to={`${link({ chart: finding.instrument, part: null })}#chart`}
          preventScrollReset
          aria-current={shown || undefined}
          className="font-medium underline decoration-base-content/40 underline-offset-2"
        >
          {finding.name}
        </Link>
        <span className="quiet block">
          {finding.area} · {finding.edition}
        </span>
      </td>
      <td data-label="Why it applies">{finding.applies}</td>
      <td data-label="Outcome">
        {finding.outcomes.map((label, index) => (
          <span key={label}>
            {index > 0 ? <span className="quiet"> or </span> : null}
            {label}
          </span>
        ))}
      </td>
      <td data-label="Tier">
        <TierRange from={finding.tier} to={finding.worstTier} />
      </td>
      <td data-label="Open">{finding.open.length > 0 ? finding.open.join(', ') : '–'}</td>
    </tr>
  );
}

export function InstrumentsTable({
  findings,
  shown,
  label,
}: {
  findings: FindingRow[];
  shown: string | null;
  label: string;
}) {
  return (
    <TableRegion label={label}>
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col">Why it applies</th>
            <th scope="col">Outcome</th>
            <th scope="col">Tier</th>
            <th scope="col">Open</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Row key={finding.instrument} finding={finding} shown={finding.instrument === shown} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
