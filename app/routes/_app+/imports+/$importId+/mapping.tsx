import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { keptOf } from '~/features/changes/posted';
import { formValues } from '~/features/form-values';
import { getMapping } from '~/features/imports/get-mapping.server';
import { ImportParams } from '~/features/imports/import-form';
import { MappingFormFields } from '~/features/imports/mapping-form-fields';
import { saveMapping } from '~/features/imports/save-mapping.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Columns of ${page?.fileName ?? 'a table'} · Imports · Changemark` },
];

export const loader = protectedLoader('import:run', ImportParams, async ({ actor, params, url }) =>
  notFoundUnless(await getMapping(actor, params.importId, url.searchParams)),
);

export const action = protectedAction('import:run', ImportParams, async ({ actor, params, form }) => {
  const done = notFoundUnless(await saveMapping(actor, params.importId, form));
  if (done.ok) throw redirect(`/imports/${params.importId}`, 303);
  return data({ errors: done.errors, kept: keptOf(form), conflict: null }, { status: 422 });
});

export default function Mapping() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Imports', to: '/imports' },
          { label: page.fileName, to: `/imports/${page.id}` },
        ]}
        title="What the columns mean"
        sub="Needed are the model (its name, number or UDI-DI) and the serial number or the asset tag. An empty cell says nothing and changes nothing."
      />
      {page.profiles.length > 0 ? (
        <nav aria-label="Mappings kept for these headings" className="flex flex-wrap items-center gap-2">
          <span>Kept for these headings:</span>
          {page.profiles.map(({ id, name }) => (
            <Link
              key={id}
              className={`btn btn-sm ${page.profile === id ? 'btn-neutral' : 'btn-outline'}`}
              to={`/imports/${page.id}/mapping?profile=${id}`}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      <FormErrors errors={form.summary} />
      {page.editable ? (
        <Panel title={`${page.columns.length} columns`} flush>
          <div className="p-4 pt-0">
            <MappingFormFields key={page.profile} page={page} form={form} />
          </div>
        </Panel>
      ) : (
        <Notice kind="info">The columns of this import cannot be named any more.</Notice>
      )}
    </>
  );
}
