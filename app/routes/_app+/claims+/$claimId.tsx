import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ClaimCard } from '~/features/claims/claim-card';
import { ownAddress } from '~/features/claims/claim-view';
import { FileLinks } from '~/features/claims/claims-panel';
import { claimsById, filesOfReply } from '~/features/claims/read-claims.server';
import { SetAsideForm, setAsideClaim } from '~/features/claims/set-aside-claim.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader, Panel } from '~/ui/page';

const Params = z.object({ claimId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${shorten(found?.claim.label ?? 'Claim', 80)} · Claims · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params, url }) => {
  const [claim] = notFoundUnless(await claimsById(actor, [params.claimId]));
  const found = notFoundUnless(claim);
  return {
    claim: found,
    files: await filesOfReply(actor, found.replyId),
    back: ownAddress(url.searchParams.get('back'), `/claims/${params.claimId}`),
    mayConfirm: can(actor, 'claim:confirm'),
  };
});

export const action = protectedAction('claim:confirm', Params, async ({ actor, params, form, url }) => {
  const answer = await saveForm(form, SetAsideForm, (input) => setAsideClaim(actor, params.claimId, input));
  if (answer.ok) throw redirect(ownAddress(url.searchParams.get('back'), `/claims/${params.claimId}`), 303);
  return data(answer, { status: 422 });
});

export default function Claim() {
  const { claim, files, back, mayConfirm } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Claims', to: '/claims' },
          { label: claim.letter.reference, to: `/letters/${claim.letter.id}` },
        ]}
        title="What the supplier says"
        sub={
          <>
            <Link to={`/suppliers/${claim.supplier.id}`}>{claim.supplier.name}</Link>, in its{' '}
            <Link to={`/letters/${claim.letter.id}/replies/${claim.replyId}`}>reply</Link> to {claim.letter.reference}
          </>
        }
      />
      <Panel>
        <ClaimCard claim={claim} back={back} mayConfirm={mayConfirm} level={2} />
        {mayConfirm ? <FileLinks files={files} /> : null}
      </Panel>
      {claim.status === 'proposed' && mayConfirm ? (
        <PostForm className="panel flex max-w-2xl flex-col gap-4 p-4">
          <h2>Set it aside</h2>
          <p className="quiet">It then counts for nothing, and stays in the record with your name and the reason.</p>
          <FormErrors errors={form.summary} />
          <TextArea
            name="reason"
            rows={3}
            label="Why"
            required
            value={form.value('reason')}
            errors={form.errors('reason')}
          />
          <div className="flex gap-2">
            <Submit look="danger">Set aside</Submit>
          </div>
        </PostForm>
      ) : null}
    </>
  );
}
