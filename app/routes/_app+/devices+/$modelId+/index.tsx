import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CertificationsTable } from '~/features/certifications/certifications-table';
import { ContradictionsPanel } from '~/features/claims/contradictions-panel';
import { contradictionsOf } from '~/features/claims/read-contradictions.server';
import { clocksOf } from '~/features/devices/clocks';
import { ClocksPanel } from '~/features/devices/clocks-panel';
import { getModel } from '~/features/devices/get-model.server';
import { Mds2StaleNotice } from '~/features/devices/mds2-stale-notice';
import { ClinicalFacts, IdentityFacts, SoftwareFacts } from '~/features/devices/model-facts';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { osInWords } from '~/features/devices/os-support';
import { VulnerabilitiesPanel } from '~/features/devices/vulnerabilities-panel';
import { PackLink } from '~/features/evidence/pack-link';
import { UnitsSummaryPanel } from '~/features/units/units-summary';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Empty, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? modelTitle(data.model) : 'Device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) => ({
  ...notFoundUnless(await getModel(actor, params.modelId)),
  contradictions: await contradictionsOf(actor, { modelId: params.modelId }),
}));

export default function ModelPage() {
  const { model, facts, certifications, vulnerabilities, units, may, today, contradictions, mds2OlderThan } =
    useLoaderData<typeof loader>();
  const inUse = !model.retiredAt;
  const base = `/devices/${model.id}`;
  const { osProduct: product, osRelease: release, makerSupportEnds } = model.values;
  const clocks = clocksOf({
    os: osInWords({ product, release }),
    support: model.support,
    makerSupportEnds,
    certifications,
  });
  return (
    <ModelFrame
      model={model}
      actions={
        <>
          <PackLink scope="device" id={model.id} />
          {may.edit && inUse ? (
            <>
              <Link className="btn btn-ghost btn-sm" to={`${base}/retire`}>
                Retire
              </Link>
              <Link className="btn btn-outline btn-sm" to={`${base}/edit`}>
                Edit
              </Link>
            </>
          ) : null}
          {may.propose && inUse ? (
            <Link className="btn btn-primary btn-sm" to={`/changes/new?model=${model.id}`}>
              Propose a change
            </Link>
          ) : null}
        </>
      }
    >
      {mds2OlderThan ? <Mds2StaleNotice modelId={model.id} olderThan={mds2OlderThan} mayAsk={may.ask} /> : null}
      <ContradictionsPanel contradictions={contradictions} all={`/contradictions?device=${model.id}&status=all`} />
      <Panel
        title="Certifications"
        flush
        aside={
          may.certify && inUse ? (
            <Link className="btn btn-outline btn-sm" to={`${base}/certifications/new`}>
              Add certification
            </Link>
          ) : null
        }
      >
        {certifications.length > 0 ? (
          <CertificationsTable modelId={model.id} certifications={certifications} today={today} />
        ) : (
          <div className="p-4">
            <Empty title="No certification is recorded.">
              Without one it stays unknown which market’s rules the maker is under.
            </Empty>
          </div>
        )}
      </Panel>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <SoftwareFacts model={model} facts={facts} today={today} />
          <IdentityFacts model={model} facts={facts} today={today} />
          <ClinicalFacts model={model} facts={facts} today={today} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ClocksPanel clocks={clocks} today={today} />
          <UnitsSummaryPanel modelId={model.id} count={model.unitsInUse} units={units} mayEdit={may.edit && inUse} />
          <VulnerabilitiesPanel modelId={model.id} vulnerabilities={vulnerabilities} />
        </div>
      </div>
    </ModelFrame>
  );
}
