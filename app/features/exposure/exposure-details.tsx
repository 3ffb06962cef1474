/** Behind one line of the table: where each number comes from. */
import { ConfidenceBadge } from '../../ui/badge';
import type { ExposedRow } from './exposure-page.server';
import type { FdaRisk } from './fda-risk';
import { ReasonsList } from './reasons-list';

function FdaLine({ fda }: { fda: FdaRisk }) {
  const { outcome, question, reasons } = fda;
  return (
    <>
      <p className="mt-2">
        <b>{outcome ? `${outcome[0]?.toUpperCase()}${outcome.slice(1)} risk` : 'Not decidable'}</b>
        {outcome ? '' : `: ${question?.asks ?? 'the chart leaves more than one end open'}`}{' '}
        <span className="quiet">
          FDA’s chart of 2016, section VI. The manufacturer decides; this is what its chart makes of what is known here.
        </span>
      </p>
      <ReasonsList reasons={reasons} />
    </>
  );
}

export function ExposureDetails({ row }: { row: ExposedRow }) {
  const { score, level, bod, fda } = row.exposure;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer py-0.5">
        Why
        <span className="sr-only">
          {' '}
          {row.cve || row.advisory.name}, by {row.advisory.name}
        </span>
      </summary>
      <div className="mt-1 max-w-3xl">
        <p>
          <b>Version:</b> {row.because}
        </p>
        {row.vector ? (
          <p className="break-all">
            <b>Vector:</b> <span className="font-mono">{row.vector}</span> CVSS {score.version}
          </p>
        ) : null}
        {score.problem ? <p>{score.problem}</p> : null}
        <ReasonsList reasons={score.reasons} />
        <p className="mt-2">
          <b>Level</b>
          {level.unknown.length > 0 ? <span> open because nobody knows {level.unknown.join(', ')}</span> : null}
        </p>
        <ReasonsList reasons={level.reasons} />
        <FdaLine fda={fda} />
        <p className="mt-2">
          <b>BOD 26-04</b>, information only, no deadline of device law:{' '}
          {bod.shortest === bod.longest ? bod.shortest : `${bod.shortest} … ${bod.longest}`}
          {bod.open.length > 0 ? `; it depends on ${bod.open.join(', ')}` : ''}. <ConfidenceBadge mark="V" />
        </p>
      </div>
    </details>
  );
}
