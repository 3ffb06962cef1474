import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { FittingList } from '~/features/standard-changes/fitting-list';
import { UseStandardForm } from '~/features/standard-changes/standard-form';
import { standardsForChange } from '~/features/standard-changes/standards-for-change.server';
import { useStandard as makeUnderStandard } from '~/features/standard-changes/use-standard.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Empty, Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Standard change · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await standardsForChange(actor, params.changeId)),
);

export const action = protectedAction('change:propose', ChangeParams, async ({ actor, params, form }) => {
  notFoundUnless(await standardsForChange(actor, params.changeId));
  const answer = await saveForm(form, UseStandardForm, ({ standard }) =>
    makeUnderStandard(actor, params.changeId, standard),
  );
  if (answer.ok) throw redirect(`/changes/${params.changeId}/carry-out`, 303);
  return data(answer, { status: 422 });
});

export default function StandardOfChange() {
  const { change, standards, used, mayUse, notNow } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const chosen = refused?.kept.standard?.[0] ?? '';
  const inList = standards.some(({ id }) => id === chosen);
  return (
    <>
      <ChangeSubpage change={change} title="Standard change" />
      {refused && !inList ? <FormErrors errors={form.errors('standard') ?? form.summary} /> : null}
      {used ? (
        <Notice kind="info">
          Made under <Link to={`/standard-changes/${used.id}`}>standard change {used.number}</Link>, “{used.title}”.
        </Notice>
      ) : null}
      {notNow && !used ? <Notice kind="info">{notNow}</Notice> : null}
      {standards.length === 0 ? (
        <Empty title="No standard change for this device">
          This change takes the full route. <Link to="/standard-changes">All standard changes</Link>
        </Empty>
      ) : (
        <FittingList standards={standards} mayUse={mayUse} form={form} chosen={chosen} />
      )}
    </>
  );
}
