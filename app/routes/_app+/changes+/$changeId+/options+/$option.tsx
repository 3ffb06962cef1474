import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { describeOption } from '~/features/options/describe-option.server';
import { getOption } from '~/features/options/get-option.server';
import { OptionForm, OptionParams } from '~/features/options/option-form';
import { OptionFormFields } from '~/features/options/option-form-fields';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.label ?? 'An option'} · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('option:write', OptionParams, async ({ actor, params }) =>
  notFoundUnless(await getOption(actor, params.changeId, params.option)),
);

export const action = protectedAction('option:write', OptionParams, async ({ actor, params, form }) => {
  const { changeId, option } = params;
  const answer = await saveForm(form, OptionForm, (input) => describeOption(actor, changeId, option, input));
  if (answer.ok) throw redirect(`/changes/${changeId}/options?done=option`, 303);
  return data(answer, { status: 422 });
});

export default function OneOption() {
  const { change, label, what, proof, version, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, fields);
  const back = `/changes/${change.id}/options`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Changes', to: '/changes' },
          { label: change.reference, to: `/changes/${change.id}` },
          { label: 'Options', to: back },
        ]}
        title={`${label}: cost, time and evidence`}
        sub={`${what}. ${change.title}`}
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(version)} />
        <OptionFormFields form={form} proof={proof} />
        <div className="flex flex-wrap gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={back} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
