import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ExceptionFields, ExceptionToSign } from '~/features/delegations/exception-fields';
import { exceptionChoices } from '~/features/delegations/get-exception.server';
import { signException } from '~/features/delegations/sign-exception.server';
import { formValues } from '~/features/form-values';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Make an exception · Exceptions · Changemark' }];

export const loader = protectedLoader('risk:accept', undefined, ({ actor }) => exceptionChoices(actor));

export const action = protectedAction('risk:accept', undefined, async ({ actor, form }) => {
  const answer = await signException(actor, form);
  if (answer.ok) throw redirect(`/settings/exceptions/${answer.id}?done=signed`, 303);
  const looks = answer.toSign !== null && Object.keys(answer.errors).length === 0;
  return data(answer, { status: looks ? 200 : 422 });
});

export default function NewException() {
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = formValues(answer, { startsOn: choices.today });
  const toSign = answer?.toSign ?? null;
  const summary = toSign ? (answer?.errors[''] ?? null) : form.summary;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Exceptions', to: '/settings/exceptions' },
        ]}
        title={toSign ? 'Sign this exception' : 'Make an exception'}
        sub={toSign ? undefined : 'You see what it says before you sign it.'}
      />
      <PostForm className="flex max-w-3xl flex-col gap-4">
        <FormErrors errors={summary} />
        <input type="hidden" name="intent" value={toSign ? 'sign' : 'look'} />
        {toSign ? <ExceptionToSign toSign={toSign} form={form} /> : <ExceptionFields {...choices} form={form} />}
        <div className="flex gap-2">
          <Submit>{toSign ? 'Sign' : 'Look at what you sign'}</Submit>
          <Link to={toSign ? '/settings/exceptions/new' : '/settings/exceptions'} className="btn btn-ghost">
            {toSign ? 'Begin again' : 'Cancel'}
          </Link>
        </div>
      </PostForm>
    </>
  );
}
