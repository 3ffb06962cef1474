import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ModelFrame } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { ControlsTable } from '~/features/proofs/controls-table';
import { ProofForm } from '~/features/proofs/proof-form';
import { ProofFormFields } from '~/features/proofs/proof-form-fields';
import { proofsOfModel } from '~/features/proofs/proofs-page.server';
import { recordProof } from '~/features/proofs/record-proof.server';
import { RecordedTable } from '~/features/proofs/recorded-table';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Proofs of controls · Devices · Changemark' }];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await proofsOfModel(actor, params.modelId)),
);

export const action = protectedAction('option:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, ProofForm, (input) => recordProof(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/proofs?done=proof`, 303);
  return data(answer, { status: 422 });
});

export default function ProofsOfModel() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, { taken_on: page.today });
  return (
    <ModelFrame model={page.model}>
      <p className="quiet max-w-prose">
        A measure counts as in place only while everything that shows it is fresh. How long a proof is taken at its word
        is our own rule; no authority gives a figure.
      </p>
      <Panel title="Measures" flush>
        <ControlsTable controls={page.controls} />
      </Panel>
      {page.mayRecord ? (
        <Panel title="Record a proof">
          <PostForm className="flex max-w-3xl flex-col gap-3">
            <FormErrors errors={form.summary} />
            <ProofFormFields form={form} page={page} />
            <div>
              <Submit>Record the proof</Submit>
            </div>
          </PostForm>
        </Panel>
      ) : null}
      {page.recorded.length > 0 ? (
        <Panel title="What was recorded" flush>
          <RecordedTable recorded={page.recorded} />
        </Panel>
      ) : null}
    </ModelFrame>
  );
}
