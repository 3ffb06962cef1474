import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AskMakersForm } from '~/features/campaigns/campaign-form';
import { CampaignPage } from '~/features/campaigns/campaign-page';
import { getCampaign } from '~/features/campaigns/get-campaign.server';
import { modelIdsOf } from '~/features/campaigns/maker-choice';
import { askMakers } from '~/features/campaigns/start-campaign.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

const CampaignParams = z.object({ campaignId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: campaign }) => [
  { title: `${campaign?.title.slice(0, 80) ?? 'A campaign'} · Campaigns · Changemark` },
];

export const loader = protectedLoader('document:read', CampaignParams, async ({ actor, params, url }) =>
  notFoundUnless(await getCampaign(actor, params.campaignId, url.searchParams)),
);

export const action = protectedAction('document:draft', CampaignParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, AskMakersForm, (input) => askMakers(actor, params.campaignId, input));
  if (answer.ok) throw redirect(`/campaigns/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export default function Campaign() {
  const campaign = useLoaderData<typeof loader>();
  const form = formValues(useActionData<typeof action>(), { models: modelIdsOf(campaign.unasked) });
  const { totals, vulnerabilities } = campaign;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: 'Campaigns', to: '/campaigns' },
        ]}
        title={campaign.title}
        sub={`${vulnerabilities.map(({ cve }) => cve).join(', ')}. ${counted(totals.letters, 'letter')} about ${counted(totals.models, 'model')}: ${totals.sent} sent, ${totals.answered} answered.`}
      />
      <CampaignPage campaign={campaign} form={form} />
    </>
  );
}
