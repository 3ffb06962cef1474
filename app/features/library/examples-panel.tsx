/** The document's own worked examples: what it says of each, and the path the chart takes. */
import { Panel } from '../../ui/page';
import type { ExampleView } from './chart-page';

export const ExamplesPanel = ({ examples }: { examples: ExampleView[] }) =>
  examples.length === 0 ? null : (
    <Panel title={`Published examples (${examples.length})`}>
      <p className="quiet mb-1">
        The illustrations of the document itself. Each is walked by the chart above and comes out as published.
      </p>
      <ul>
        {examples.map((one) => (
          <li key={one.id} className="border-t border-base-300 py-2">
            <p>
              <span className="font-medium">{one.what}</span>: <strong>{one.outcome}</strong>{' '}
              <span className="quiet text-[0.93em]">{one.citation}</span>
            </p>
            <details>
              <summary className="min-h-6 w-fit cursor-pointer quiet">Facts and path</summary>
              <p className="mt-1 font-mono text-[0.93em]">{one.path}</p>
              <ul className="mt-1 list-disc pl-5">
                {one.facts.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
