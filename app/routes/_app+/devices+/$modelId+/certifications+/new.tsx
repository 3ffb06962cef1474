import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { addCertification } from '~/features/certifications/add-certification.server';
import { CertificationForm } from '~/features/certifications/certification-form';
import { CertificationFormFields } from '~/features/certifications/certification-form-fields';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a certification · Devices · Changemark' }];

export const loader = protectedLoader('certification:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('certification:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, CertificationForm, (input) => addCertification(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}?done=certified`, 303);
  return data(answer, { status: 422 });
});

export default function NewCertification() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: `/devices/${model.id}` },
        ]}
        title="Add a certification"
        sub="One paper in one market. A device may hold several at once."
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <CertificationFormFields form={form} editing={false} />
        <div className="flex gap-2">
          <Submit>Add certification</Submit>
          <Link to={`/devices/${model.id}`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
