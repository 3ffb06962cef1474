import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { certificationInWords } from '~/features/certifications/certification-fields';
import { getCertification } from '~/features/certifications/get-certification.server';
import { retireCertification } from '~/features/certifications/retire-certification.server';
import { modelTitle } from '~/features/devices/model-frame';
import { CertificationParams } from '~/features/devices/model-params';
import { RetireForm } from '~/features/retire-form';
import { RetirePage } from '~/features/retire-page';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Retire a certification · Devices · Changemark' }];

export const loader = protectedLoader('certification:write', CertificationParams, async ({ actor, params }) =>
  notFoundUnless(await getCertification(actor, params.modelId, params.certificationId)),
);

export const action = protectedAction('certification:write', CertificationParams, async ({ actor, params, form }) => {
  const { modelId, certificationId } = params;
  const answer = await saveForm(form, RetireForm, (input) =>
    retireCertification(actor, modelId, certificationId, input),
  );
  if (answer.ok) throw redirect(`/devices/${modelId}?done=uncertified`, 303);
  return data(answer, { status: 422 });
});

export default function RetireCertification() {
  const { model, certification } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = certificationInWords(certification);
  const base = `/devices/${model.id}/certifications/${certification.id}`;
  return (
    <RetirePage
      crumbs={[
        { label: modelTitle(model), to: `/devices/${model.id}` },
        { label: title, to: base },
      ]}
      what={title}
      retired={false}
      meaning="For a paper that was withdrawn, replaced or entered by mistake. It no longer counts in assessments and stays in the table. A certificate that has simply run out is left as it is: its date says so."
      back={base}
      refused={refused}
    />
  );
}
