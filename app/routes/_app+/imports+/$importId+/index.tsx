import { parseWithZod } from '@conform-to/zod/v4';
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { errorsOf, keptOf } from '~/features/changes/posted';
import { formValues } from '~/features/form-values';
import { actOnImport } from '~/features/imports/act-on-import.server';
import { getImport } from '~/features/imports/get-import.server';
import { ImportActions } from '~/features/imports/import-actions';
import { ActForm, ImportParams } from '~/features/imports/import-form';
import { importIsHere } from '~/features/imports/import-is-here.server';
import { ImportProgress } from '~/features/imports/import-progress';
import { ImportRowsTable, OutcomeFilters } from '~/features/imports/import-rows-table';
import { ImportNotices, ImportSummary } from '~/features/imports/import-summary';
import { IMPORT_STATES, isMoving, PURPOSES } from '~/features/imports/import-words';
import { broughtInWords } from '~/features/imports/imports-table';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';
import { TimeText } from '~/ui/time';

const LOOK_AGAIN_SECONDS = 2;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.fileName ?? 'An import'} · Imports · Changemark` },
];

export const loader = protectedLoader('device:read', ImportParams, async ({ actor, params, url }) =>
  notFoundUnless(await getImport(actor, params.importId, url.searchParams)),
);

export const action = protectedAction('import:run', ImportParams, async ({ actor, params, form }) => {
  const typed = parseWithZod(form, { schema: ActForm });
  const refusal = (errors: Record<string, string[]>) =>
    data({ errors, kept: keptOf(form), conflict: null }, { status: 422 });
  if (typed.status !== 'success') {
    notFoundUnless(await importIsHere(actor, params.importId));
    return refusal(errorsOf(typed));
  }
  const done = notFoundUnless(await actOnImport(actor, params.importId, typed.value));
  if (!done.ok) return refusal(done.errors);
  throw redirect(`/imports/${params.importId}`, 303);
});

export default function ImportPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const moving = isMoving(page.status);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [moving, revalidate]);
  const state = IMPORT_STATES[page.status];
  const refusedRows = page.counts.refused ?? 0;
  return (
    <>
      {moving ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
        </noscript>
      ) : null}
      <PageHeader
        crumbs={[{ label: 'Imports', to: '/imports' }]}
        title={page.fileName}
        state={<StateBadge state={state.look}>{state.label}</StateBadge>}
        sub={
          <>
            {PURPOSES[page.purpose].label}; {broughtInWords(page)}, <TimeText value={page.createdAt} />.
          </>
        }
        actions={
          refusedRows > 0 && !moving ? (
            <a className="btn btn-outline btn-sm" href={`/imports/${page.id}/refused`} download>
              Refused rows, for mending
            </a>
          ) : null
        }
      />
      {moving ? <ImportProgress page={page} /> : null}
      <ImportNotices page={page} />
      <ImportActions page={page} form={formValues(refused)} />
      <ImportSummary page={page} />
      <Panel title="Rows" flush>
        <OutcomeFilters page={page} />
        {page.rows.rows.length > 0 ? (
          <ImportRowsTable rows={page.rows.rows} partly={page.status !== 'applied'} />
        ) : (
          <div className="p-4">
            <Empty title={page.filter ? 'No row is like that.' : 'No row was read.'} />
          </div>
        )}
        <Pager before={page.rows.before} after={page.rows.after} />
      </Panel>
    </>
  );
}
