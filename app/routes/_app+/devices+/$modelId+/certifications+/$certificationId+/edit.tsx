import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { certificationInWords } from '~/features/certifications/certification-fields';
import { certificationFormDefaults, EditCertificationForm } from '~/features/certifications/certification-form';
import { CertificationFormFields } from '~/features/certifications/certification-form-fields';
import { editCertification } from '~/features/certifications/edit-certification.server';
import { getCertification } from '~/features/certifications/get-certification.server';
import { ConflictPanel } from '~/features/conflict-panel';
import { modelTitle } from '~/features/devices/model-frame';
import { CertificationParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Edit a certification · Devices · Changemark' }];

export const loader = protectedLoader('certification:write', CertificationParams, async ({ actor, params }) =>
  notFoundUnless(await getCertification(actor, params.modelId, params.certificationId)),
);

export const action = protectedAction('certification:write', CertificationParams, async ({ actor, params, form }) => {
  const { modelId, certificationId } = params;
  const answer = await saveForm(form, EditCertificationForm, (input) =>
    editCertification(actor, modelId, certificationId, input),
  );
  if (answer.ok) throw redirect(`/devices/${modelId}?done=certified`, 303);
  return data(answer, { status: 422 });
});

export default function EditCertification() {
  const { model, certification, history } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const unknown = history.filter((fact) => fact.supersededAt === null && fact.value === null).map(({ field }) => field);
  const form = formValues(refused, certificationFormDefaults(certification, unknown));
  const base = `/devices/${model.id}/certifications/${certification.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: modelTitle(model), to: `/devices/${model.id}` },
          { label: certificationInWords(certification), to: base },
        ]}
        title="Edit the certification"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(certification.version)} />
        <CertificationFormFields form={form} editing />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={base} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
