import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { NewCampaignForm } from '~/features/campaigns/campaign-form';
import { LetterFields, MakerChoice, modelIdsOf } from '~/features/campaigns/maker-choice';
import { searchHits } from '~/features/campaigns/new-campaign.server';
import { startCampaign } from '~/features/campaigns/start-campaign.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea, TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Empty, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'New campaign · Campaigns · Changemark' }];

export const loader = protectedLoader('document:draft', undefined, ({ actor, url }) =>
  searchHits(actor, url.searchParams),
);

export const action = protectedAction('document:draft', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, NewCampaignForm, (input) => startCampaign(actor, input));
  if (answer.ok) throw redirect(`/campaigns/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function NewCampaign() {
  const { text, problems, makers } = useLoaderData<typeof loader>();
  const form = formValues(useActionData<typeof action>(), { models: modelIdsOf(makers ?? []) });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          { label: 'Campaigns', to: '/campaigns' },
        ]}
        title="New campaign"
        sub="Every maker of a device that is hit gets one letter. All of them begin as drafts."
      />
      <Panel title="Which vulnerabilities?">
        <Form method="get" className="flex max-w-4xl flex-col gap-3">
          <TextArea
            name="cves"
            label="Vulnerabilities"
            help="One CVE a line, with its CVSS vector where known."
            rows={4}
            required
            value={text}
            errors={problems.length > 0 ? problems : undefined}
          />
          <div>
            <button type="submit" className={`btn ${makers ? '' : 'btn-primary'}`}>
              Find makers and models
            </button>
          </div>
        </Form>
      </Panel>
      {makers && makers.length === 0 ? (
        <Empty title="No device of the register is known to be hit">
          Advisories of the models and open changes name no such vulnerability.{' '}
          <Link to="/letters/new">Draft one letter</Link> if you know better.
        </Empty>
      ) : null}
      {makers && makers.length > 0 ? (
        <PostForm className="flex max-w-4xl flex-col gap-4">
          <FormErrors errors={form.summary} />
          <input type="hidden" name="vulnerabilities" value={text} />
          <div className="panel flex flex-col gap-3 p-4">
            <TextField
              name="title"
              label="Name of the campaign"
              required
              value={form.value('title')}
              errors={form.errors('title')}
            />
            <TextArea
              name="why"
              label="Why now"
              help="For your own record; not printed."
              rows={3}
              value={form.value('why')}
              errors={form.errors('why')}
            />
          </div>
          <Panel title="Makers and models that are hit">
            <p className="quiet mb-3">
              From the advisories of the register and from open changes. Take the tick off what you do not want to ask
              about.
            </p>
            <MakerChoice makers={makers} form={form} ticked={form.values('models')} />
          </Panel>
          <div className="panel p-4">
            <LetterFields form={form} />
          </div>
          <div className="flex gap-2">
            <Submit>Draft one letter a maker</Submit>
            <Link to="/campaigns" className="btn btn-ghost">
              Cancel
            </Link>
          </div>
        </PostForm>
      ) : null}
    </>
  );
}
