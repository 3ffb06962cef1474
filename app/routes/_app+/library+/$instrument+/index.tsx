import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { WhereUsed } from '~/features/assessments/where-used';
import { AtAGlance } from '~/features/library/at-a-glance';
import { BesideChart } from '~/features/library/beside-chart';
import { ChartView } from '~/features/library/chart-view';
import { EditionsPanel } from '~/features/library/editions-panel';
import { ExamplesPanel } from '~/features/library/examples-panel';
import { instrumentPage } from '~/features/library/instrument-page.server';
import { OutcomesList } from '~/features/library/outcomes-list';
import { WhenItApplies } from '~/features/library/when-it-applies';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader, Panel } from '~/ui/page';

const Params = z.object({ instrument: z.string().max(100) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.chart.name ?? 'Chart'} · Library · Changemark` },
];

export const loader = protectedLoader('library:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await instrumentPage(actor, params.instrument, url.searchParams)),
);

export default function ChartPage() {
  const { chart, used } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Library', to: '/library' }, { label: chart.instrument }]}
        title={chart.name}
        sub={chart.title}
        actions={
          <>
            <a href={chart.links.print} className="btn btn-outline btn-sm">
              Print on one page
            </a>
            <a href={chart.links.outline} className="btn btn-outline btn-sm" download>
              Outline (text)
            </a>
          </>
        }
      />
      {chart.isCurrent ? null : (
        <Notice kind="warning" title="An earlier edition">
          It is kept for what was judged under it. <a href={`/library/${chart.instrument}`}>Show the edition in use</a>.
        </Notice>
      )}
      <AtAGlance glance={chart.glance} outcomes={chart.outcomes.length} />
      {chart.applies ? <WhenItApplies applies={chart.applies} /> : null}
      <ChartView chart={chart} />
      <Panel title="Where it can end">
        <OutcomesList outcomes={chart.outcomes} />
      </Panel>
      <ExamplesPanel examples={chart.examples} />
      <WhereUsed used={used} />
      <EditionsPanel editions={chart.editions} difference={chart.difference} />
      <BesideChart chart={chart} />
    </>
  );
}
