import { data, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { postedText } from '~/features/changes/posted';
import { addPasskey, startPasskey } from '~/features/people/enrol-passkey.server';
import { factorBinds } from '~/features/people/factor-acts.server';
import { getFactors } from '~/features/people/get-factors.server';
import { MakePasskey } from '~/features/people/make-passkey';
import { ownPasswordFirst } from '~/features/people/own-password-first.server';
import { ProofFields } from '~/features/people/proof-fields';
import { proofOf } from '~/features/people/proof-of.server';
import { RecoveryCodes } from '~/features/people/recovery-codes';
import { signingWays } from '~/features/people/signing-ways.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a passkey · Your account · Changemark' }];

export const loader = protectedLoader('account:self', undefined, async ({ actor, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  return {
    work: (await getFactors(actor)).passkeysWork,
    ways: await signingWays(actor, factorBinds(actor, 'passkey')),
  };
});

export const action = protectedAction(
  'account:self',
  undefined,
  async ({ actor, form, request, mustChangePassword }) => {
    ownPasswordFirst({ mustChangePassword });
    const name = postedText(form, 'name');
    if (postedText(form, 'intent') === 'keep') {
      const made = { name, handle: postedText(form, 'handle'), answer: postedText(form, 'answer').slice(0, 100_000) };
      const kept = await addPasskey(actor, request, made);
      if (kept.ok) return data({ added: { codes: kept.codes }, make: null, name, errors: {} });
      return data({ added: null, make: null, name, errors: kept.errors }, { status: 422 });
    }
    const started = await startPasskey(actor, name, proofOf(form));
    if (started.ok) return data({ added: null, make: started, name, errors: {} });
    return data({ added: null, make: null, name, errors: started.errors }, { status: 422 });
  },
);

export default function AddPasskey() {
  const { work, ways } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[]> = answer?.errors ?? {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Your account', to: '/account' },
          { label: 'Second factors', to: '/account/factors' },
        ]}
        title={answer?.added ? 'The passkey is added' : 'Add a passkey'}
      />
      {answer?.added ? (
        <>
          {answer.added.codes ? <RecoveryCodes codes={answer.added.codes} /> : null}
          <p>Every other session of yours is ended.</p>
          <p>
            <Link to="/account/factors" className="btn btn-primary">
              Back to your second factors
            </Link>
          </p>
        </>
      ) : (
        <div className="max-w-2xl">
          <Panel>
            {answer?.make ? (
              <MakePasskey make={answer.make} />
            ) : work ? (
              <PostForm className="mt-2 flex flex-col gap-4" replace>
                <FormErrors errors={errors['']} />
                <TextField
                  name="name"
                  label="Name"
                  help="By which you tell it from others: “Telephone”, “Key in the drawer”."
                  value={answer?.name}
                  errors={errors.name}
                  required
                />
                <ProofFields ways={ways} errors={errors} />
                <noscript>
                  <p>A passkey needs JavaScript in your browser.</p>
                </noscript>
                <div>
                  <Submit name="intent" value="start">
                    Go on
                  </Submit>
                </div>
              </PostForm>
            ) : (
              <Notice kind="info">Passkeys do not work at the address you came by: open Changemark by its name.</Notice>
            )}
          </Panel>
        </div>
      )}
    </>
  );
}
