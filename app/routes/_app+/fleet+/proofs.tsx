import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { staleProofs } from '~/features/proofs/stale-proofs.server';
import { StaleProofsTable } from '~/features/proofs/stale-proofs-table';
import { protectedLoader } from '~/guard/guard.server';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction = () => [{ title: 'Proofs that hold no more · Fleet · Changemark' }];

export const loader = protectedLoader('fleet:read', undefined, ({ actor, url }) =>
  staleProofs(actor, url.searchParams),
);

export default function StaleProofs() {
  const { rows, before, after, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Fleet', to: '/fleet' }, { label: 'Proofs' }]}
        title="Proofs that hold no more"
        sub={`As of ${dateInWords(today)}. A measure whose proof is stale, or shows that it fails, is counted nowhere as in place.`}
      />
      <Panel flush>
        {rows.length > 0 ? (
          <StaleProofsTable rows={rows} />
        ) : (
          <div className="p-4">
            <Empty title="Every proof on file holds">
              That says nothing about measures of which nobody has shown anything: the page of each device lists those.
            </Empty>
          </div>
        )}
        <Pager before={before} after={after} />
      </Panel>
    </>
  );
}
