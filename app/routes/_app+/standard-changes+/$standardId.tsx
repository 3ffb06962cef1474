import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { BasisPanel } from '~/features/standard-changes/basis-panel';
import { getStandard } from '~/features/standard-changes/get-standard.server';
import { retireStandard } from '~/features/standard-changes/retire-standard.server';
import { RetireStandardForm } from '~/features/standard-changes/standard-form';
import { StandingText } from '~/features/standard-changes/state-badge';
import { UsesPanel } from '~/features/standard-changes/uses-panel';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

const Params = z.object({ standardId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Standard change ${data?.number ?? ''} · Changemark` },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params }) =>
  notFoundUnless(await getStandard(actor, params.standardId)),
);

export const action = protectedAction('change:sign', Params, async ({ actor, params, form }) => {
  notFoundUnless(await getStandard(actor, params.standardId));
  const answer = await saveForm(form, RetireStandardForm, ({ reason }) =>
    retireStandard(actor, params.standardId, reason),
  );
  if (answer.ok) throw redirect(`/standard-changes/${params.standardId}`, 303);
  return data(answer, { status: 422 });
});

export default function StandardChange() {
  const of = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Changes', to: '/changes' },
          { label: 'Standard changes', to: '/standard-changes' },
          { label: `${of.number}` },
        ]}
        title={of.title}
        sub={
          <>
            For <Link to={`/devices/${of.modelId}`}>{of.modelName}</Link>, decided on{' '}
            <Link to={`/changes/${of.changeId}`}>{of.changeReference}</Link>; made by {of.createdByName},{' '}
            {dateInWords(of.createdAt)}; good until {dateInWords(of.validUntil)}
          </>
        }
      />
      <Panel title="State">
        <StandingText standing={of.standing} />
        {of.standing.state === 'suspended' ? (
          <p className="mt-2">Until that is as it was, changes like this take the full route.</p>
        ) : null}
      </Panel>
      {of.retired ? (
        <Notice kind="info" title={`Retired by ${of.retired.byName}, ${dateInWords(of.retired.at)}`}>
          {of.retired.reason}
        </Notice>
      ) : null}
      <BasisPanel basis={of.basis} kinds={of.kinds} actor={of.actor} />
      <UsesPanel uses={of.uses} />
      {of.mayRetire ? (
        <Panel title="Retire it">
          <PostForm className="flex max-w-3xl flex-col gap-3">
            <FormErrors errors={form.summary} />
            <TextArea
              name="reason"
              label="Why"
              rows={2}
              required
              value={form.value('reason')}
              errors={form.errors('reason')}
            />
            <div>
              <Submit look="danger">Retire this standard change</Submit>
            </div>
          </PostForm>
        </Panel>
      ) : null}
    </>
  );
}
