/** What stands beside the findings: forecasts, instruments that do not apply and why, disagreements among the facts. */
import { Link } from '@remix-run/react';
import { Notice, Panel } from '../../ui/page';
import { InstrumentsTable } from './instruments-table';
import type { FindingRow, ResultView } from './result-view';

export function Forecasts({ hints, shown }: { hints: FindingRow[]; shown: string | null }) {
  if (hints.length === 0) return null;
  return (
    <Panel title="Forecast and background" flush>
      <p className="quiet px-4 pb-2">
        These documents speak to somebody else (usually the maker). They are walked to show what that person would find,
        and count in no answer above.
      </p>
      <div className="px-2">
        <InstrumentsTable findings={hints} shown={shown} label="Forecasts" />
      </div>
    </Panel>
  );
}

export function LeftOut({ leftOut }: { leftOut: ResultView['leftOut'] }) {
  if (leftOut.length === 0) return null;
  const count = leftOut.reduce((sum, { instruments }) => sum + instruments.length, 0);
  return (
    <Panel>
      <details>
        <summary className="min-h-6 cursor-pointer font-semibold">Does not apply ({count}), and why</summary>
        <dl className="mt-2 flex flex-col gap-3">
          {leftOut.map(({ because, instruments }) => (
            <div key={because}>
              <dt className="font-medium">Because {because}</dt>
              <dd>
                <ul className="list-disc pl-5">
                  {instruments.map(({ id, name, speaksTo }) => (
                    <li key={id}>
                      <Link to={`/library/${id}`}>{name}</Link>
                      {speaksTo ? <span className="quiet">: {speaksTo}</span> : null}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  );
}

export function Disagreements({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Notice kind="warning" title="Statements disagree">
      <ul className="list-disc pl-5">
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
