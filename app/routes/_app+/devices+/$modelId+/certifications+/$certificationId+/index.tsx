import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CertificationFacts } from '~/features/certifications/certification-facts';
import {
  certificationFactInWords,
  certificationFieldLabel,
  certificationInWords,
} from '~/features/certifications/certification-fields';
import { getCertification } from '~/features/certifications/get-certification.server';
import { modelTitle } from '~/features/devices/model-frame';
import { CertificationParams } from '~/features/devices/model-params';
import { StatementsTable } from '~/features/provenance/history-tables';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { PageHeader, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? certificationInWords(data.certification) : 'Certification'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', CertificationParams, async ({ actor, params }) =>
  notFoundUnless(await getCertification(actor, params.modelId, params.certificationId)),
);

export default function Certification() {
  const { model, certification, history, today, mayEdit } = useLoaderData<typeof loader>();
  const base = `/devices/${model.id}/certifications/${certification.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: modelTitle(model), to: `/devices/${model.id}` },
        ]}
        title={certificationInWords(certification)}
        state={
          certification.retiredAt ? (
            <StateBadge state="plain">retired {dateInWords(certification.retiredAt)}</StateBadge>
          ) : null
        }
        actions={
          mayEdit ? (
            <>
              <Link className="btn btn-ghost btn-sm" to={`${base}/retire`}>
                Retire
              </Link>
              <Link className="btn btn-primary btn-sm" to={`${base}/edit`}>
                Edit
              </Link>
            </>
          ) : null
        }
      />
      <CertificationFacts certification={certification} history={history} today={today} />
      <Panel title="What was said" flush>
        <StatementsTable facts={history} labelOf={certificationFieldLabel} wordsOf={certificationFactInWords} />
      </Panel>
    </>
  );
}
