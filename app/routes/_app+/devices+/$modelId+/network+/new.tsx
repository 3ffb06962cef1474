import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { FlowForm, PasteForm } from '~/features/placement/flow-form';
import { FlowFormFields } from '~/features/placement/flow-form-fields';
import { addFlow, pasteFlows } from '~/features/placement/save-flow.server';
import { SourceFields } from '~/features/provenance/source-fields';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add lines to the communication matrix · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const pasted = form.get('intent') === 'paste';
  const answer = pasted
    ? await saveForm(form, PasteForm, (input) => pasteFlows(actor, params.modelId, input))
    : await saveForm(form, FlowForm, (input) => addFlow(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/network?done=flows`, 303);
  return data({ ...answer, pasted }, { status: 422 });
});

export default function NewFlows() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const one = formValues(refused?.pasted ? null : refused, { protocol: 'any' });
  const many = formValues(refused?.pasted ? refused : null);
  const network = `/devices/${model.id}/network`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: network },
        ]}
        title="Add lines to the communication matrix"
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <h2>One line</h2>
        <FormErrors errors={one.summary} />
        <FlowFormFields form={one} />
        <div className="flex gap-2">
          <Submit>Add line</Submit>
          <Link to={network} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <h2>Many lines</h2>
        <FormErrors errors={many.summary} />
        <input type="hidden" name="intent" value="paste" />
        <div className="panel p-4">
          <TextArea
            name="lines"
            rows={8}
            label="Lines, one a connection"
            required
            help="Peer; network; out or in, seen from the device; tcp, udp or icmp; ports; purpose; clinical yes or no. Apart by semicolons, tabs or commas. Leave empty what nobody said. All lines are taken, or none."
            value={many.value('lines')}
            errors={many.errors('lines')}
          />
        </div>
        <SourceFields form={many} />
        <Submit>Add all lines</Submit>
      </PostForm>
    </>
  );
}
