import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { DelegationFields } from '~/features/delegations/delegation-fields';
import { DelegationForm } from '~/features/delegations/delegation-form';
import { delegationChoices } from '~/features/delegations/get-delegation.server';
import { makeDelegation } from '~/features/delegations/make-delegation.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Delegate · Delegations · Changemark' }];

export const loader = protectedLoader('delegation:write', undefined, ({ actor }) => delegationChoices(actor));

export const action = protectedAction('delegation:write', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, DelegationForm, (input) => makeDelegation(actor, input));
  if (answer.ok) throw redirect(`/settings/delegations/${answer.id}?done=made`, 303);
  return data(answer, { status: 422 });
});

export default function NewDelegation() {
  const choices = useLoaderData<typeof loader>();
  const form = formValues(useActionData<typeof action>(), { startsOn: choices.today });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Delegations', to: '/settings/delegations' },
        ]}
        title={choices.forOthers ? 'Delegate for somebody who is absent' : 'Delegate your signature'}
      />
      <PostForm className="flex max-w-3xl flex-col gap-4">
        <FormErrors errors={form.summary ?? (choices.forOthers ? null : (form.errors('principal') ?? null))} />
        <DelegationFields choices={choices} form={form} />
        <div className="flex gap-2">
          <Submit>Delegate</Submit>
          <Link to="/settings/delegations" className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
