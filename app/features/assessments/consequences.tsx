/** What follows from one finding: duties, what to keep on file, remarks with how sure they are. */
import { Panel } from '../../ui/page';
import type { ShownFinding } from './result-view';

export function Consequences({ finding }: { finding: ShownFinding }) {
  const { name, obligations, evidence, notes } = finding;
  if (obligations.length + evidence.length + notes.length === 0) return null;
  return (
    <Panel title={`What follows · ${name}`}>
      {finding.open.length > 0 ? <p className="quiet mb-2">Not final: questions are open.</p> : null}
      <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
        {obligations.length > 0 ? (
          <div>
            <h3>Duties</h3>
            <ul className="mt-1 flex flex-col gap-1.5">
              {obligations.map((one) => (
                <li key={`${one.who}${one.must}`}>
                  <span className="font-medium capitalize">{one.who}</span>: {one.must}
                  {one.due ? <em> ({one.due})</em> : null} <span className="quiet text-[0.93em]">{one.citation}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {evidence.length > 0 ? (
          <div>
            <h3>Keep on file</h3>
            <ul className="mt-1 list-disc pl-5">
              {evidence.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {notes.length > 0 ? (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer font-semibold">Remarks ({notes.length})</summary>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
