/** What a chart is, before its boxes: who issued it, whom it speaks to, how sure we are of each statement. */
import type { Chart } from '../../regulation/chart';
import { sourceOf } from '../../regulation/sources';
import { TierBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { ANSWERS, confidenceCounts, JURISDICTIONS, partialDate } from './chart-summary';
import { InForce } from './library-table';

export function AtAGlance({ chart }: { chart: Chart }) {
  const source = sourceOf({ source: chart.source, at: '' });
  const tiers = [...new Set(Object.values(chart.outcomes).map((outcome) => outcome.tier))];
  const rows: [string, React.ReactNode][] = [
    ['Question it answers', ANSWERS[chart.answers]],
    ['Jurisdiction', JURISDICTIONS[chart.jurisdiction] ?? chart.jurisdiction],
    ['Edition', chart.issued === null ? chart.edition : `${chart.edition}, issued ${partialDate(chart.issued)}`],
    ['In force', <InForce key="in-force" chart={chart} />],
    ['Issued by', source?.issuer ?? 'not recorded'],
    [
      'Document',
      source?.link ? (
        <a key="document" href={source.link}>
          {source.title}
        </a>
      ) : (
        (source?.title ?? 'not recorded')
      ),
    ],
    ['Speaks to', chart.addressee],
    ['Size', `${Object.keys(chart.nodes).length} questions, ${Object.keys(chart.outcomes).length} outcomes`],
    [
      'Possible tiers',
      <span key="tiers" className="flex flex-wrap gap-1">
        {tiers.map((tier) => (
          <TierBadge key={tier} tier={tier} />
        ))}
      </span>,
    ],
    [
      'How sure we are',
      confidenceCounts(chart)
        .map(({ words, count }) => `${count} ${words}`)
        .join(' · '),
    ],
  ];
  return (
    <Panel title="At a glance">
      <dl className="grid grid-cols-1 gap-x-8 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {rows.map(([label, value]) => (
          <div key={label} className={label === 'How sure we are' ? 'col-span-full' : undefined}>
            <dt className="quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
