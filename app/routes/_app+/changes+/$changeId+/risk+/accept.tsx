import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { acceptRisk } from '~/features/risk/accept-risk.server';
import { AcceptanceFields, RatingsAccepted } from '~/features/risk/acceptance-fields';
import { AcceptanceForm } from '~/features/risk/acceptance-form.server';
import { getAcceptanceForm } from '~/features/risk/get-acceptance-form.server';
import { saveForm } from '~/features/save-form.server';
import { notFound, notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Accept residual risk of ${page?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('risk:accept', ChangeParams, async ({ actor, params, url }) => {
  const renews = url.searchParams.get('renews');
  if (renews !== null && !z.uuid().safeParse(renews).success) throw notFound();
  return notFoundUnless(await getAcceptanceForm(actor, params.changeId, renews));
});

export const action = protectedAction('risk:accept', ChangeParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, AcceptanceForm, (input) => acceptRisk(actor, params.changeId, input));
  if (answer.ok) throw redirect(`/changes/${params.changeId}/risk?done=accepted#acceptances`, 303);
  // A password is never sent back.
  const { proof_password: _password, proof_code: _code, proof_passkey: _passkey, ...kept } = answer.kept;
  return data({ ...answer, kept }, { status: 422 });
});

export default function Accept() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { blocked, renews } = page;
  return (
    <>
      <ChangeSubpage
        change={page.change}
        title={renews ? `Renew acceptance ${renews.number}` : 'Accept residual risk'}
      />
      <RatingsAccepted ratings={page.ratings} />
      {blocked ? (
        <Notice kind="warning" title="You cannot sign this now">
          <p>{blocked.message}</p>
          {blocked.mend ? <Link to={blocked.mend}>Put it right</Link> : null}
        </Notice>
      ) : (
        <AcceptanceFields page={page} refused={refused} />
      )}
    </>
  );
}
