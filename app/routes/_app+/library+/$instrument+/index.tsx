import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AtAGlance } from '~/features/library/at-a-glance';
import { BesideChart } from '~/features/library/beside-chart';
import { ChartView } from '~/features/library/chart-view';
import { OutcomesList } from '~/features/library/outcomes-list';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { chartOf } from '~/regulation/charts';
import { PageHeader, Panel } from '~/ui/page';

const Params = z.object({ instrument: z.string().max(100) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Chart'} · Library · Changemark` },
];

export const loader = protectedLoader('library:read', Params, ({ params }) => {
  const { instrument, name } = notFoundUnless(chartOf(params.instrument));
  return { instrument, name };
});

export default function ChartPage() {
  const { instrument } = useLoaderData<typeof loader>();
  // The charts are code that the browser has anyway; sending one as data too would double the page.
  const chart = chartOf(instrument);
  if (!chart) return null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Library', to: '/library' }, { label: chart.instrument }]}
        title={chart.name}
        sub={chart.title}
        actions={
          <a href={`/library/${chart.instrument}/outline.txt`} className="btn btn-outline btn-sm" download>
            Outline (text)
          </a>
        }
      />
      <AtAGlance chart={chart} />
      <ChartView chart={chart} />
      <Panel title="Where it can end">
        <OutcomesList chart={chart} />
      </Panel>
      <BesideChart chart={chart} />
    </>
  );
}
