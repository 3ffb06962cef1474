import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { factorBinds } from '~/features/people/factor-acts.server';
import { ownPasswordFirst } from '~/features/people/own-password-first.server';
import { ProofFields } from '~/features/people/proof-fields';
import { proofOf } from '~/features/people/proof-of.server';
import { removalOf, removeFactor } from '~/features/people/remove-factor.server';
import { signingWays } from '~/features/people/signing-ways.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Remove a second factor · Your account · Changemark' }];

/** Gone already, for instance in another window: back to the list of what is there. */
const nothing = () => redirect('/account/factors', 303);

export const loader = protectedLoader('account:self', undefined, async ({ actor, url, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  const removal = await removalOf(actor, url.searchParams.get('passkey'));
  if (!removal) throw nothing();
  return { removal, ways: await signingWays(actor, factorBinds(actor, removal.act)) };
});

export const action = protectedAction(
  'account:self',
  undefined,
  async ({ actor, form, url, request, mustChangePassword }) => {
    ownPasswordFirst({ mustChangePassword });
    const removal = await removalOf(actor, url.searchParams.get('passkey'));
    if (!removal) throw nothing();
    const result = await removeFactor(actor, request, removal, proofOf(form));
    if (!result.ok) return data(result, { status: 422 });
    throw redirect('/account/factors?done=removed', 303);
  },
);

export default function RemoveFactor() {
  const { removal, ways } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: Record<string, string[]> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Your account', to: '/account' },
          { label: 'Second factors', to: '/account/factors' },
        ]}
        title={`Remove the ${removal.what}`}
      />
      <div className="max-w-2xl">
        <Panel>
          <PostForm className="mt-2 flex flex-col gap-4" replace>
            <FormErrors errors={errors['']} />
            {removal.last ? (
              <Notice kind="warning" title="This is your last second factor">
                Afterwards the password alone opens your account. Your recovery codes end with it.
              </Notice>
            ) : null}
            <p className="quiet">Every other session of yours ends.</p>
            <ProofFields ways={ways} errors={errors} />
            <div className="flex gap-2">
              <Submit look="danger">Remove it</Submit>
              <Link to="/account/factors" className="btn btn-ghost">
                Cancel
              </Link>
            </div>
          </PostForm>
        </Panel>
      </div>
    </>
  );
}
