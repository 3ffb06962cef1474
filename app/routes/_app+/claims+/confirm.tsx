import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Decision } from '~/features/claims/claim-card';
import { EffectLine } from '~/features/claims/claim-effects';
import { QuotedText } from '~/features/claims/claim-quotation';
import { ownAddress } from '~/features/claims/claim-view';
import { confirmClaims, MOST_AT_ONCE } from '~/features/claims/confirm-claims.server';
import { ConflictChoices } from '~/features/claims/conflict-choices';
import { decisionsIn } from '~/features/claims/decisions';
import { claimsById } from '~/features/claims/read-claims.server';
import { notFound, notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Empty, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Confirm claims · Changemark' }];

const Ids = z.array(z.uuid()).max(MOST_AT_ONCE);

/** An id that is none is somebody's typing error, and looks like a claim that is not there. */
function idsOf(values: FormDataEntryValue[]): string[] {
  const parsed = Ids.safeParse(values);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

export const loader = protectedLoader('claim:confirm', undefined, async ({ actor, url }) => ({
  claims: notFoundUnless(await claimsById(actor, idsOf(url.searchParams.getAll('claim')))),
  back: ownAddress(url.searchParams.get('back'), '/claims'),
  name: actor.name,
}));

export const action = protectedAction('claim:confirm', undefined, async ({ actor, form, url }) => {
  const result = notFoundUnless(await confirmClaims(actor, idsOf(form.getAll('claim')), decisionsIn(form)));
  if (result.ok) throw redirect(ownAddress(url.searchParams.get('back'), '/claims'), 303);
  return data(result, { status: 422 });
});

export default function ConfirmClaims() {
  const { claims, back, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const waiting = claims.filter(({ status }) => status === 'proposed');
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Claims', to: '/claims' }]}
        title={waiting.length === 1 ? 'Confirm a claim' : `Confirm ${waiting.length} claims`}
        sub={`In the name of ${name}. What is confirmed becomes a fact with its source, and is undone only by a later statement.`}
      />
      <FormErrors errors={refused?.message ? [refused.message] : null} />
      {claims.length === 0 ? (
        <Empty title="No claim was ticked.">
          <Link to={back}>Go back and tick those to confirm</Link>
        </Empty>
      ) : (
        <PostForm className="flex flex-col gap-4">
          {refused ? <ConflictChoices conflicts={refused.conflicts} /> : null}
          <Panel title="These are confirmed">
            <ol className="list-decimal pl-6">
              {claims.map((claim) => (
                <li key={claim.id} className="py-2">
                  <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
                    <div className="min-w-0 break-words">
                      <p className="font-semibold">{claim.statement}</p>
                      {claim.status === 'proposed' ? (
                        <>
                          <input type="hidden" name="claim" value={claim.id} />
                          <p className="quiet">{claim.does}</p>
                        </>
                      ) : (
                        <Decision claim={claim} />
                      )}
                      {claim.effects.map((effect) => (
                        <EffectLine key={effect.changeId} effect={effect} />
                      ))}
                    </div>
                    <QuotedText {...claim} />
                  </div>
                </li>
              ))}
            </ol>
          </Panel>
          <div className="flex flex-wrap gap-2">
            {waiting.length > 0 ? <Submit>Confirm in the name of {name}</Submit> : null}
            <Link to={back} className="btn btn-ghost">
              {waiting.length > 0 ? 'Cancel' : 'Back'}
            </Link>
          </div>
        </PostForm>
      )}
    </>
  );
}
