import { data, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { postedText } from '~/features/changes/posted';
import { AppSecret } from '~/features/people/app-secret';
import { confirmApp, startApp, waitingApp } from '~/features/people/enrol-app.server';
import { factorBinds } from '~/features/people/factor-acts.server';
import { getFactors } from '~/features/people/get-factors.server';
import { ownPasswordFirst } from '~/features/people/own-password-first.server';
import { ProofFields } from '~/features/people/proof-fields';
import { proofOf } from '~/features/people/proof-of.server';
import { RecoveryCodes } from '~/features/people/recovery-codes';
import { signingWays } from '~/features/people/signing-ways.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add an authenticator app · Your account · Changemark' }];

export const loader = protectedLoader('account:self', undefined, async ({ actor, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  return {
    inUse: (await getFactors(actor)).appSince !== null,
    waiting: await waitingApp(actor),
    ways: await signingWays(actor, factorBinds(actor, 'app')),
  };
});

export const action = protectedAction(
  'account:self',
  undefined,
  async ({ actor, form, request, mustChangePassword }) => {
    ownPasswordFirst({ mustChangePassword });
    const result =
      postedText(form, 'intent') === 'confirm'
        ? await confirmApp(actor, request, postedText(form, 'code').slice(0, 100))
        : { ...(await startApp(actor, proofOf(form))), codes: null };
    return data(result, { status: result.ok ? 200 : 422 });
  },
);

export default function AddApp() {
  const { inUse, waiting, ways } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[] | undefined> = answer && !answer.ok ? answer.errors : {};
  const codes = answer?.ok ? answer.codes : null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Your account', to: '/account' },
          { label: 'Second factors', to: '/account/factors' },
        ]}
        title={inUse ? 'The authenticator app is in use' : 'Add an authenticator app'}
      />
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {inUse ? (
        <p>
          <Link to="/account/factors" className="btn btn-primary">
            Back to your second factors
          </Link>
        </p>
      ) : (
        <div className="max-w-2xl">
          <Panel>
            {waiting ? (
              <AppSecret waiting={waiting} errors={errors.code} />
            ) : (
              <PostForm className="mt-2 flex flex-col gap-4" replace>
                <FormErrors errors={errors['']} />
                <p>
                  First prove that it is you. Then you scan a picture with the app, and type the code that it shows.
                </p>
                <ProofFields ways={ways} errors={errors as Record<string, string[]>} />
                <div>
                  <Submit name="intent" value="start">
                    Go on
                  </Submit>
                </div>
              </PostForm>
            )}
          </Panel>
        </div>
      )}
    </>
  );
}
