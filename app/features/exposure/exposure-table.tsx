import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { shorten } from '../../ui/long-text';
import { Empty } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { ExposureDetails } from './exposure-details';
import type { ExposedRow, ExposureView } from './exposure-page.server';
import { remedyInWords } from './remedy-words';
import { isSure, LevelBadge, VerdictBadge } from './verdict-badge';

const units = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'unit' : 'units'}`;

function Counts({ row }: { row: ExposedRow }) {
  const { hit, unclear, not } = row.units;
  const parts = [
    hit > 0 ? `${units(hit)} hit` : '',
    unclear > 0 ? `${units(unclear)} unclear` : '',
    not > 0 ? `${units(not)} not` : '',
  ].filter(Boolean);
  return <span className="block">{parts.join(', ') || 'no unit in use'}</span>;
}

function ExposureLine({ row, ofModel }: { row: ExposedRow; ofModel: boolean }) {
  const { exposure } = row;
  return (
    <tr>
      <th scope="row" className="font-medium">
        {row.cve ? (
          <Link to={`/fleet/cve?cve=${encodeURIComponent(row.cve)}`} className="inline-block min-h-6 py-0.5 font-mono">
            {row.cve}
          </Link>
        ) : (
          'No CVE given'
        )}
        {row.title ? <span className="quiet block font-normal">{shorten(row.title, 120)}</span> : null}
        <span className="block font-normal">
          <Link to={`/advisories/${row.advisory.id}`} className="inline-block min-h-6 py-0.5">
            {row.advisory.name}
          </Link>{' '}
          <span className="quiet">{row.advisory.publisher}</span>
        </span>
      </th>
      <td data-label="Hit">
        <VerdictBadge verdict={row.verdict} />
        {ofModel ? <Counts row={row} /> : null}
        {isSure(row) ? null : <span className="quiet block">match {row.confidence}, not confirmed</span>}
      </td>
      <td data-label="Level">
        <LevelBadge level={exposure.level} />
      </td>
      <td data-label="Score">{exposure.score.says}</td>
      <td data-label="Attacks">
        <span className="block">{exposure.kev}</span>
        <span className="quiet block">{exposure.epss}</span>
      </td>
      <td data-label="Remedy, by its words">{remedyInWords(row.remedy)}</td>
    </tr>
  );
}

/** Every vulnerability that an advisory names for it, what matters first. Two sources stand in two lines. */
export function ExposureTable({ view, ofModel = false }: { view: ExposureView; ofModel?: boolean }) {
  const { rows, before, after } = view.page;
  if (rows.length === 0) {
    return (
      <div className="p-4">
        <Empty title="No advisory we hold names it.">
          That is no proof that it has no weakness: it says only that nothing that was loaded names it.{' '}
          <Link to="/advisories">Look at the advisories</Link>
        </Empty>
      </div>
    );
  }
  return (
    <>
      <TableRegion label="Vulnerabilities">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Vulnerability and source</th>
              <th scope="col">Hit</th>
              <th scope="col">Level here</th>
              <th scope="col">Score</th>
              <th scope="col">Attacks</th>
              <th scope="col">Remedy, by its words</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={`${row.matchId} ${row.cve}`}>
                <ExposureLine row={row} ofModel={ofModel} />
                <tr className="[&>td]:border-t-0 [&>td]:pt-0">
                  <td colSpan={6}>
                    <ExposureDetails row={row} />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <Pager before={before} after={after} note="Hit first, then known to be exploited, then by score." />
    </>
  );
}
