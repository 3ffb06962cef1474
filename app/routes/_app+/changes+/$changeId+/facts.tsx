import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { FactsForm } from '~/features/changes/facts-form';
import { getStatements } from '~/features/changes/get-statements.server';
import { ChangeParams } from '~/features/changes/params';
import { saveFacts } from '~/features/changes/save-facts.server';
import { StatementsTable } from '~/features/changes/statements-table';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Submit } from '~/ui/form';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Facts of ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getStatements(actor, params.changeId)),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  const saved = notFoundUnless(await saveFacts(actor, params.changeId, form, `/changes/${params.changeId}/facts`));
  if (saved.ok) throw redirect(saved.redirect, 303);
  return json(saved, 422);
});

export default function Facts() {
  const { change, lines, form } = useLoaderData<typeof loader>();
  return (
    <>
      <ChangeSubpage change={change} title="Facts" />
      {form ? (
        <FactsForm
          data={form}
          buttons={
            <div>
              <Submit>Save and assess again</Submit>
            </div>
          }
        />
      ) : null}
      <StatementsTable lines={lines} />
    </>
  );
}
