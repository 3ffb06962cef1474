import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RevokeForm } from '~/features/delegations/delegation-form';
import { ExceptionFacts } from '~/features/delegations/exception-facts';
import { getException } from '~/features/delegations/get-exception.server';
import { revokeException } from '~/features/delegations/revoke-exception.server';
import { RevokePanel } from '~/features/delegations/revoke-panel';
import { SignedUnderPanel } from '~/features/delegations/signed-under-panel';
import { StandingBadge } from '~/features/delegations/standing-badge';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader } from '~/ui/page';

const Params = z.object({ exceptionId: z.uuid() });

const DONE: Record<string, string> = {
  signed: 'Signed. It holds from its first day to its last.',
  revoked: 'Revoked. What was signed under it stays signed.',
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Exception ${loaded?.of.number ?? ''} · Exceptions · Changemark` },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params, url }) => ({
  of: notFoundUnless(await getException(actor, params.exceptionId)),
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('risk:accept', Params, async ({ actor, params, form }) => {
  const answer = await saveForm(form, RevokeForm, ({ reason }) => revokeException(actor, params.exceptionId, reason));
  if (answer.ok) throw redirect(`/settings/exceptions/${answer.id}?done=revoked`, 303);
  return data(answer, { status: 422 });
});

export default function Exception() {
  const { of, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Exceptions', to: '/settings/exceptions' },
        ]}
        title={`Exception ${of.number}`}
        state={<StandingBadge standing={of.standing} />}
        sub={`${of.personName} in several places of a route: ${of.places}.`}
      />
      {done && !refused ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <ExceptionFacts of={of} />
      <SignedUnderPanel signed={of.signed} />
      {of.mayRevoke ? (
        <RevokePanel
          what="exception"
          meaning="It ends now. What was signed under it stays signed and keeps saying so."
          form={formValues(refused)}
        />
      ) : null}
    </>
  );
}
