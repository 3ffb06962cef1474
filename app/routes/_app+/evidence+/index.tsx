import { type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { listPacks } from '~/features/evidence/list-packs.server';
import { PacksTable } from '~/features/evidence/packs-table';
import { previewPack, requestPack } from '~/features/evidence/request-pack.server';
import { PeriodForm, PreviewPanel } from '~/features/evidence/request-panels';
import { scopeIn } from '~/features/evidence/scope';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Empty, PageHeader, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: 'Evidence · Changemark' }];

export const loader = protectedLoader('evidence:build', undefined, async ({ actor, url }) => {
  const scope = scopeIn(url.searchParams);
  return {
    list: await listPacks(actor, url.searchParams),
    scope,
    preview: scope ? notFoundUnless(await previewPack(actor, scope)) : null,
    from: url.searchParams.get('from') ?? '',
    to: url.searchParams.get('to') ?? '',
    unread: !scope && url.searchParams.has('scope'),
  };
});

export const action = protectedAction('evidence:build', undefined, async ({ actor, form }) => {
  const scope = scopeIn(form);
  if (!scope) return { errors: ['Say what the pack is to be about.'] };
  const asked = notFoundUnless(await requestPack(actor, scope));
  if (asked.ok) throw redirect(`/evidence/${asked.id}`, 303);
  return { errors: [asked.message] };
});

export default function Evidence() {
  const { list, scope, preview, from, to, unread } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Evidence packs"
        sub="Everything recorded about changes up to one event, for whoever inspects it: for reading, for machines, and to be verified without us."
        actions={
          <Link to="/evidence/frameworks" className="btn btn-sm">
            By framework
          </Link>
        }
      />
      <FormErrors errors={refused?.errors ?? (unread ? ['Give a first and a last day, in this order.'] : null)} />
      {preview && scope ? <PreviewPanel preview={preview} scope={scope} /> : null}
      <PeriodForm from={from} to={to} />
      <Panel title="Packs" flush>
        {list.rows.length > 0 ? (
          <PacksTable rows={list.rows} />
        ) : (
          <div className="p-4">
            <Empty title="No pack yet.">Ask for one from a change, a device, a supplier, or for a period.</Empty>
          </div>
        )}
        <Pager before={list.before} after={list.after} />
      </Panel>
    </>
  );
}
