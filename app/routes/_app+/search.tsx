import { type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { FoundPage } from '~/features/search/found-page';
import { search } from '~/features/search/search.server';
import { protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.q ? `“${data.q.slice(0, 60)}” · ` : ''}Search · Changemark` },
];

export const loader = protectedLoader('change:read', undefined, async ({ actor, url }) => {
  const result = await search(actor, url.searchParams.get('q'));
  if (result.goTo !== null) throw redirect(result.goTo);
  return result.found;
});

export default function Search() {
  const found = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={found.q ? `Search: ${found.q}` : 'Search'} />
      <Form className="flex max-w-2xl items-end gap-2" role="search">
        <div className="min-w-0 flex-1">
          <TextField
            key={found.q}
            name="q"
            type="search"
            label="Device, unit, change, CVE, supplier or letter"
            value={found.q}
          />
        </div>
        <button type="submit" className="btn btn-primary">
          Search
        </button>
      </Form>
      <FoundPage found={found} />
    </>
  );
}
