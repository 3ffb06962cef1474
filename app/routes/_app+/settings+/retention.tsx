import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { actOnRetention } from '~/features/retention/act-on-retention.server';
import { getRetention } from '~/features/retention/get-retention.server';
import { ClassesPanel, DisposalsPanel, DuePanel, HoldsPanel } from '~/features/retention/retention-page';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors } from '~/ui/form';
import { Notice, PageHeader } from '~/ui/page';

const DONE: Record<string, string> = {
  hold: 'The hold stands.',
  lift: 'The hold is lifted.',
  propose: 'Proposed. Another person has to approve it.',
  approve: 'The bytes are gone; name, size and digest stay.',
  refuse: 'Refused. The file stays.',
};

export const meta: MetaFunction = () => [{ title: 'Retention · Settings · Changemark' }];

export const loader = protectedLoader('retention:manage', undefined, async ({ actor, url }) => ({
  page: await getRetention(actor),
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('retention:manage', undefined, async ({ actor, form }) => {
  const answer = await actOnRetention(actor, form);
  if (answer.ok) throw redirect(`/settings/retention?done=${answer.intent}`, 303);
  return data(answer, { status: 422 });
});

export default function Retention() {
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer ? { intent: answer.intent, row: answer.row, form: formValues(answer) } : null;
  const elsewhere = refused && refused.row === '' && refused.intent !== 'hold' ? refused.form.summary : null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Retention"
        sub="How long records are kept, what may not go, and who let it go."
      />
      {done && !refused ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <FormErrors errors={elsewhere} />
      <HoldsPanel holds={page.holds} refused={refused} />
      <DuePanel due={page.due} />
      <DisposalsPanel disposals={page.disposals} refused={refused} />
      <ClassesPanel />
    </>
  );
}
