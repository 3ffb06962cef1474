import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askCve } from '~/features/fleet/ask-cve.server';
import { CveAnswerView } from '~/features/fleet/cve-answer';
import { CveForm } from '~/features/fleet/cve-form';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.answer?.cve ?? 'A vulnerability'} · Fleet · Changemark` },
];

export const loader = protectedLoader('fleet:read', undefined, ({ actor, url }) =>
  askCve(actor, url.searchParams.get('cve')),
);

export default function Cve() {
  const { asked, answer } = useLoaderData<typeof loader>();
  const wrong = asked !== '' && !answer ? 'Give a CVE id, for example CVE-2017-0144.' : undefined;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Fleet', to: '/fleet' }]}
        title={answer ? answer.cve : 'What do we have for a CVE?'}
        sub="Which units it hits, by whose word; what the makers said, and what they did not say."
      />
      <CveForm asked={asked} error={wrong} />
      {answer ? <CveAnswerView answer={answer} /> : null}
    </>
  );
}
