import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { ChangeParams } from '~/features/changes/params';
import { actOnRisk } from '~/features/risk/act-on-risk.server';
import { getRisk } from '~/features/risk/get-risk.server';
import { RiskOfChange } from '~/features/risk/risk-page';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Risk of ${page?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getRisk(actor, params.changeId)),
);

export const action = protectedAction('risk:write', ChangeParams, async ({ actor, params, form }) => {
  const answer = notFoundUnless(await actOnRisk(actor, params.changeId, form));
  if (answer.ok) throw redirect(`/changes/${params.changeId}/risk?done=${answer.done}`, 303);
  return data(answer, { status: 422 });
});

export default function Risk() {
  const [search] = useSearchParams();
  return (
    <RiskOfChange
      page={useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
      done={search.get('done')}
    />
  );
}
