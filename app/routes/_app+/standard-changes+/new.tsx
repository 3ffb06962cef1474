import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formValues } from '~/features/form-values';
import { proofOf } from '~/features/posted-proof';
import { saveForm } from '~/features/save-form.server';
import { BasisPanel } from '~/features/standard-changes/basis-panel';
import { newStandard } from '~/features/standard-changes/get-standard.server';
import { makeStandard } from '~/features/standard-changes/make-standard.server';
import { NewStandardForm } from '~/features/standard-changes/new-standard-form';
import { StandardForm } from '~/features/standard-changes/standard-form';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Notice, PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Make a standard change · Changemark' }];

export const loader = protectedLoader('change:sign', undefined, async ({ actor, url }) => {
  const change = url.searchParams.get('change');
  if (!change) return null;
  return notFoundUnless(z.uuid().safeParse(change).success ? await newStandard(actor, change) : null);
});

export const action = protectedAction('change:sign', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, StandardForm, (input) => makeStandard(actor, input, proofOf(form)));
  if (answer.ok) throw redirect(`/standard-changes/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function NewStandardChange() {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Changes', to: '/changes' },
          { label: 'Standard changes', to: '/standard-changes' },
          { label: 'New' },
        ]}
        title="Make a standard change"
        sub={found ? `${found.change.reference} ${found.change.title}` : undefined}
      />
      {found === null ? (
        <Empty title="It begins with a decision">
          <Link to="/changes?status=closed">Choose a change that was carried out and closed</Link>; on its page is the
          way to here.
        </Empty>
      ) : null}
      {found?.message ? (
        <Notice kind="warning" title="This change cannot be made standard">
          {found.message}
        </Notice>
      ) : null}
      {found?.offer ? (
        <>
          <BasisPanel basis={found.offer.basis} kinds={found.offer.kinds} actor={found.offer.actor} />
          <NewStandardForm
            changeId={found.change.id}
            offer={found.offer}
            form={formValues(refused)}
            errors={refused?.errors ?? {}}
          />
        </>
      ) : null}
    </>
  );
}
