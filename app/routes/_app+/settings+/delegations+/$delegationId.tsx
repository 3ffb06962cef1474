import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DelegationFacts } from '~/features/delegations/delegation-facts';
import { RevokeForm } from '~/features/delegations/delegation-form';
import { getDelegation } from '~/features/delegations/get-delegation.server';
import { revokeDelegation } from '~/features/delegations/revoke-delegation.server';
import { RevokePanel } from '~/features/delegations/revoke-panel';
import { SignedUnderPanel } from '~/features/delegations/signed-under-panel';
import { StandingBadge } from '~/features/delegations/standing-badge';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader } from '~/ui/page';

const Params = z.object({ delegationId: z.uuid() });

const DONE: Record<string, string> = {
  made: 'Made. It holds from its first day to its last.',
  revoked: 'Revoked. What was signed under it stays signed.',
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Delegation ${loaded?.of.number ?? ''} · Delegations · Changemark` },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params, url }) => ({
  of: notFoundUnless(await getDelegation(actor, params.delegationId)),
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('delegation:write', Params, async ({ actor, params, form }) => {
  const answer = await saveForm(form, RevokeForm, ({ reason }) => revokeDelegation(actor, params.delegationId, reason));
  if (answer.ok) throw redirect(`/settings/delegations/${answer.id}?done=revoked`, 303);
  return data(answer, { status: 422 });
});

export default function Delegation() {
  const { of, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Delegations', to: '/settings/delegations' },
        ]}
        title={`Delegation ${of.number}`}
        state={<StandingBadge standing={of.standing} />}
        sub={of.words}
      />
      {done && !refused ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <DelegationFacts of={of} />
      <SignedUnderPanel signed={of.signed} />
      {of.mayRevoke ? (
        <RevokePanel
          what="delegation"
          meaning="It ends now. What was signed under it stays signed and keeps saying so."
          form={formValues(refused)}
        />
      ) : null}
    </>
  );
}
