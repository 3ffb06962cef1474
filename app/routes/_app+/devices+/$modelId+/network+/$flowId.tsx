import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { modelTitle } from '~/features/devices/model-frame';
import { formValues } from '~/features/form-values';
import { FlowForm } from '~/features/placement/flow-form';
import { FlowFormFields, flowDefaults } from '~/features/placement/flow-form-fields';
import { getFlow } from '~/features/placement/get-network.server';
import { FlowParams } from '~/features/placement/params';
import { editFlow, retireFlow } from '~/features/placement/save-flow.server';
import { RetireForm } from '~/features/retire-form';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Edit a line of the communication matrix · Devices · Changemark' }];

export const loader = protectedLoader('device:write', FlowParams, async ({ actor, params }) =>
  notFoundUnless(await getFlow(actor, params.modelId, params.flowId)),
);

export const action = protectedAction('device:write', FlowParams, async ({ actor, params, form }) => {
  const { modelId, flowId } = params;
  const retiring = form.get('intent') === 'retire';
  const answer = retiring
    ? await saveForm(form, RetireForm, (input) => retireFlow(actor, modelId, flowId, input))
    : await saveForm(form, FlowForm, (input) => editFlow(actor, modelId, flowId, input));
  if (answer.ok) throw redirect(`/devices/${modelId}/network?done=flows`, 303);
  return data({ ...answer, retiring }, { status: 422 });
});

export default function EditFlow() {
  const { model, flow } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const edited = refused && !refused.retiring ? refused : null;
  const form = formValues(edited, flowDefaults(flow));
  const retire = formValues(refused?.retiring ? refused : null);
  const network = `/devices/${model.id}/network`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: network },
        ]}
        title="Edit a line of the communication matrix"
      />
      <ConflictPanel conflict={edited?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(flow.version)} />
        <FlowFormFields form={form} />
        <div className="flex gap-2">
          <Submit>{edited?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={network} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
      <Panel title="Take the line out">
        <PostForm className="flex max-w-2xl flex-col gap-3">
          <input type="hidden" name="intent" value="retire" />
          <TextField
            name="reason"
            label="Why"
            required
            help="The record keeps it. The line no longer counts in checks."
            value={retire.value('reason')}
            errors={retire.errors('reason')}
          />
          <div>
            <Submit look="danger" small>
              Retire the line
            </Submit>
          </div>
        </PostForm>
      </Panel>
    </>
  );
}
