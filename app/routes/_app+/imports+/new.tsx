import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { BringFormFields } from '~/features/imports/bring-form-fields';
import { PURPOSES, type Purpose } from '~/features/imports/import-words';
import { ModelToImport } from '~/features/imports/model-to-import';
import { newImport } from '~/features/imports/new-import.server';
import { receiveImport } from '~/features/imports/receive-import.server';
import { protectedLoader, protectedUpload } from '~/guard/guard.server';
import { LIMITS } from '~/readers/reader';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Bring a file · Imports · Changemark' }];

export const loader = protectedLoader('import:run', undefined, async ({ actor, url }) => ({
  page: await newImport(actor, url.searchParams),
  largestMb: LIMITS.file / 1024 / 1024,
}));

export const action = protectedUpload('import:run', undefined, async ({ actor, request }) => {
  const received = await receiveImport(actor, request);
  if (received.ok) throw redirect(received.ids.length === 1 ? `/imports/${received.ids[0]}` : '/imports', 303);
  return data({ ...received, conflict: null }, { status: 422 });
});

export default function NewImportPage() {
  const { page, largestMb } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  const needsModel = page.purpose === 'components' || page.purpose === 'mds2';
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Imports', to: '/imports' }]}
        title="Bring a file"
        sub="It is read apart from the pages and held against the register. You see what is new, changed, unchanged and refused before anything is written."
      />
      <nav aria-label="What is it?" className="flex flex-wrap gap-2">
        {(Object.keys(PURPOSES) as Purpose[]).map((purpose) => (
          <Link
            key={purpose}
            to={`/imports/new?purpose=${purpose}`}
            aria-current={purpose === page.purpose ? 'page' : undefined}
            className={`btn btn-sm ${purpose === page.purpose ? 'btn-neutral' : 'btn-outline'}`}
          >
            {PURPOSES[purpose].label}
          </Link>
        ))}
      </nav>
      {needsModel && !page.model ? (
        <ModelToImport page={page} />
      ) : (
        <Panel
          title={page.model ? `${PURPOSES[page.purpose].label}: ${page.model.name}` : PURPOSES[page.purpose].label}
        >
          <BringFormFields
            key={page.purpose}
            purpose={page.purpose}
            model={page.model}
            form={formValues(refused)}
            csrf={root?.csrf ?? ''}
            largestMb={largestMb}
          />
        </Panel>
      )}
    </>
  );
}
