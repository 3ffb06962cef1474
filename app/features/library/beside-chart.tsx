/** What stands beside a chart: principles, remarks, how it was read, the facts its rules use, the documents it cites. */
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { ChartPageView } from './chart-page';
import { Cited } from './cited';
import { anchor } from './library-words';
import { RuleText } from './rule-text';

type Of = { chart: ChartPageView };

const Principles = ({ chart }: Of) =>
  chart.principles.length === 0 ? null : (
    <Panel title="Principles printed with the chart">
      <ul className="flex flex-col gap-2">
        {chart.principles.map((principle) => (
          <li key={principle.id} id={anchor(principle.id)}>
            <span className="font-mono text-[0.9em]">{principle.id}</span> {principle.text} <Cited at={principle} />
          </li>
        ))}
      </ul>
    </Panel>
  );

const Aids = ({ chart }: Of) =>
  chart.aids.length === 0 ? null : (
    <Panel title="Remarks beside the chart">
      <p className="quiet mb-2">Never walked and never decide anything: each is shown when its condition holds.</p>
      <ul className="flex flex-col gap-3">
        {chart.aids.map((aid) => (
          <li key={aid.id} id={anchor(aid.id)}>
            <p className="font-medium">{aid.asks}</p>
            <p>{aid.remark}</p>
            <p className="quiet">
              Shown when <RuleText text={aid.when} /> · <Cited at={aid} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );

const ReadingNotes = ({ chart }: Of) =>
  chart.readingNotes.length === 0 ? null : (
    <Panel title="How the chart was read">
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {chart.readingNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );

const Facts = ({ chart }: Of) => (
  <Panel>
    <details>
      <summary className="min-h-6 cursor-pointer font-semibold">
        Facts that the rules read ({chart.facts.length})
      </summary>
      <TableRegion label="Table of facts">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">What it means</th>
              <th scope="col">Values</th>
            </tr>
          </thead>
          <tbody>
            {chart.facts.map((fact) => (
              <tr key={fact.key}>
                <th scope="row" className="font-mono text-[0.93em] font-normal whitespace-normal">
                  {fact.key}
                </th>
                <td data-label="">{fact.meaning}</td>
                <td data-label="Values">{fact.values}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  </Panel>
);

const Sources = ({ chart }: Of) => (
  <Panel title="Documents cited">
    <ul className="flex flex-col gap-2">
      {chart.sources.map((source) => (
        <li key={source.short}>
          <p className="font-medium">{source.link ? <a href={source.link}>{source.short}</a> : source.short}</p>
          <p>{source.title}</p>
          <p className="quiet">{source.particulars}</p>
        </li>
      ))}
    </ul>
  </Panel>
);

export const BesideChart = ({ chart }: Of) => (
  <>
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
      <Principles chart={chart} />
      <Aids chart={chart} />
      <ReadingNotes chart={chart} />
      <Sources chart={chart} />
    </div>
    <Facts chart={chart} />
  </>
);
