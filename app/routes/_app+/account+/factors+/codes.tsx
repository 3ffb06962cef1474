import { data, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { factorBinds } from '~/features/people/factor-acts.server';
import { newRecoveryCodes } from '~/features/people/new-recovery-codes.server';
import { ownPasswordFirst } from '~/features/people/own-password-first.server';
import { ProofFields } from '~/features/people/proof-fields';
import { proofOf } from '~/features/people/proof-of.server';
import { RecoveryCodes } from '~/features/people/recovery-codes';
import { signingWays } from '~/features/people/signing-ways.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Recovery codes · Your account · Changemark' }];

export const loader = protectedLoader('account:self', undefined, async ({ actor, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  return {
    ways: await signingWays(actor, factorBinds(actor, 'codes')),
  };
});

export const action = protectedAction('account:self', undefined, async ({ actor, form, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  const result = await newRecoveryCodes(actor, proofOf(form));
  return data(result, { status: result.ok ? 200 : 422 });
});

export default function Codes() {
  const { ways } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[]> = answer && !answer.ok ? answer.errors : {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Your account', to: '/account' },
          { label: 'Second factors', to: '/account/factors' },
        ]}
        title="New recovery codes"
      />
      {answer?.ok ? (
        <>
          <RecoveryCodes codes={answer.codes} />
          <p>
            <Link to="/account/factors" className="btn btn-primary">
              Back to your second factors
            </Link>
          </p>
        </>
      ) : (
        <div className="max-w-2xl">
          <Panel>
            <PostForm className="mt-2 flex flex-col gap-4" replace>
              <FormErrors errors={errors['']} />
              <p>Ten new ones are made and shown once. Those you have are good no longer.</p>
              <ProofFields ways={ways} errors={errors} />
              <div>
                <Submit>Make new codes</Submit>
              </div>
            </PostForm>
          </Panel>
        </div>
      )}
    </>
  );
}
