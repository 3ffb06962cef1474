/** What a chart is, before its boxes: who issued it, whom it speaks to, how sure we are of each statement. */
import { TierBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import type { ChartGlance } from './chart-page';
import { InForce } from './in-force';

export function AtAGlance({ glance, outcomes }: { glance: ChartGlance; outcomes: number }) {
  const { document } = glance;
  const rows: [string, React.ReactNode][] = [
    ['Question it answers', glance.answers],
    ['Jurisdiction', glance.jurisdiction],
    ['Edition', glance.issued === null ? glance.edition : `${glance.edition}, issued ${glance.issued}`],
    ['In force', <InForce key="in-force" {...glance.inForce} />],
    ['Issued by', glance.issuer],
    [
      'Document',
      document.link ? (
        <a key="document" href={document.link}>
          {document.title}
        </a>
      ) : (
        document.title
      ),
    ],
    ['Speaks to', glance.speaksTo],
    ['Size', `${glance.questions} questions, ${outcomes} outcomes`],
    [
      'Possible tiers',
      <span key="tiers" className="flex flex-wrap gap-1">
        {glance.tiers.map((tier) => (
          <TierBadge key={tier} tier={tier} />
        ))}
      </span>,
    ],
    ['How sure we are', glance.confidence],
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
