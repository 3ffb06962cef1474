import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { myWork } from '~/features/home/my-work.server';
import { MyWorkPage } from '~/features/home/my-work-page';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'My work · Changemark' }];

export const loader = protectedLoader('change:read', undefined, async ({ actor }) => ({
  ...(await myWork(actor)),
  now: new Date().toISOString(),
}));

export default function Home() {
  const work = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="My work"
        sub="What waits for you: what is overdue first, then by its day, then the oldest."
        actions={
          work.may.propose ? (
            <Link to="/changes/new" className="btn btn-primary btn-sm">
              Propose a change
            </Link>
          ) : null
        }
      />
      <MyWorkPage work={work} />
    </>
  );
}
