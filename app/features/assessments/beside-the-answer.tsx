/** What stands beside the findings: forecasts, instruments that do not apply and why, disagreements among the facts. */

import { chartOf } from '../../regulation/charts/index';
import type { AssessmentResult } from '../../regulation/result';
import { Notice, Panel } from '../../ui/page';
import { InstrumentsTable } from './instruments-table';

export function Forecasts({ result, shown }: { result: AssessmentResult; shown: string | null }) {
  if (result.hints.length === 0) return null;
  return (
    <Panel title="Forecast and background" flush>
      <p className="quiet px-4 pb-2">
        These documents speak to somebody else (usually the maker). They are walked to show what that person would find,
        and count in no answer above.
      </p>
      <div className="px-2">
        <InstrumentsTable findings={result.hints} shown={shown} label="Forecasts" />
      </div>
    </Panel>
  );
}

export function LeftOut({ result }: { result: AssessmentResult }) {
  if (result.not_applicable.length === 0) return null;
  return (
    <Panel>
      <details>
        <summary className="min-h-6 cursor-pointer font-semibold">
          Does not apply ({result.not_applicable.length}), and why
        </summary>
        <dl className="mt-2 flex flex-col gap-1.5">
          {result.not_applicable.map((one) => (
            <div key={one.instrument}>
              <dt className="inline font-medium">{chartOf(one.instrument)?.name ?? one.instrument}: </dt>
              <dd className="inline">{one.because}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  );
}

export function Disagreements({ result }: { result: AssessmentResult }) {
  const between = result.overall.conflicts_between_instruments;
  if (result.conflicts.length + between.length === 0) return null;
  return (
    <Notice kind="warning" title="Statements disagree">
      <ul className="list-disc pl-5">
        {result.conflicts.map((conflict) => (
          <li key={conflict.key + conflict.message}>{conflict.message}</li>
        ))}
        {between.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
