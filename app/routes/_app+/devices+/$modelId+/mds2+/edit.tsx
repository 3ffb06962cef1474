import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { getMds2 } from '~/features/devices/get-mds2.server';
import { Mds2FormFields } from '~/features/devices/mds2-form-fields';
import { MDS2_FIELD, tickedMds2 } from '~/features/devices/mds2-input';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { Mds2Form, recordMds2 } from '~/features/devices/record-mds2.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Record MDS2 answers · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getMds2(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, Mds2Form, (input) => recordMds2(actor, params.modelId, input, tickedMds2(form)));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/mds2?done=answered`, 303);
  return data(answer, { status: 422 });
});

export default function EditMds2() {
  const { model, answers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const saved = Object.fromEntries(answers.map(({ question, answer }) => [MDS2_FIELD + question, answer]));
  const form = formValues(refused, { ...saved, formDate: model.mds2Date });
  const mds2 = `/devices/${model.id}/mds2`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: mds2 },
        ]}
        title="Record MDS2 answers"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(model.version)} />
        <Mds2FormFields form={form} />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Record answers'}</Submit>
          <Link to={mds2} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
