import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listFrameworks } from '~/features/evidence/get-framework.server';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'By framework · Evidence · Changemark' }];

export const loader = protectedLoader('evidence:build', undefined, () => listFrameworks());

export default function Frameworks() {
  const frameworks = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Evidence', to: '/evidence' }]}
        title="By framework"
        sub="What the records here show of what inspectors ask by. Designed to support; nothing here claims compliance."
      />
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {frameworks.map(({ id, title, applies, lines }) => (
          <li key={id}>
            <Panel>
              <h2>
                <Link to={`/evidence/frameworks/${id}`}>{title}</Link>
              </h2>
              <p className="quiet">{applies}</p>
              <p>{lines} lines</p>
            </Panel>
          </li>
        ))}
      </ul>
    </>
  );
}
