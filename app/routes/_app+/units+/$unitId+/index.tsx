import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { modelTitle } from '~/features/devices/model-frame';
import { ActsTable, StatementsTable } from '~/features/provenance/history-tables';
import { getUnit } from '~/features/units/get-unit.server';
import { UnitFacts } from '~/features/units/unit-facts';
import { unitFieldLabel } from '~/features/units/unit-fields';
import { UnitParams } from '~/features/units/unit-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { shorten } from '~/ui/long-text';
import { Notice, PageHeader, Panel } from '~/ui/page';
import { dateInWords, TimeText } from '~/ui/time';

const DONE: Record<string, string> = {
  saved: 'Saved, with its source.',
  retired: 'Retired. It stays readable, and can be restored.',
  restored: 'Restored.',
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Unit ${shorten(data?.values.serial ?? '', 60)} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', UnitParams, async ({ actor, params }) =>
  notFoundUnless(await getUnit(actor, params.unitId)),
);

export default function Unit() {
  const unit = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get('done') ?? ''];
  const base = `/units/${unit.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Units', to: '/units' },
          { label: modelTitle(unit.model), to: `/devices/${unit.model.id}` },
        ]}
        title={`Unit ${shorten(unit.values.serial, 120)}`}
        state={unit.retiredAt ? <StateBadge state="plain">retired {dateInWords(unit.retiredAt)}</StateBadge> : null}
        sub={[unit.values.site, unit.values.location, unit.values.networkZone]
          .filter(Boolean)
          .map((text) => shorten(text, 100))
          .join(' · ')}
        actions={
          <>
            <Link className="btn btn-outline btn-sm" to={`${base}/network`}>
              Network
            </Link>
            <Link className="btn btn-outline btn-sm" to={`${base}/exposure`}>
              Exposure
            </Link>
            {unit.mayEdit ? (
              <>
                <Link className="btn btn-ghost btn-sm" to={`${base}/retire`}>
                  {unit.retiredAt ? 'Restore' : 'Retire'}
                </Link>
                {unit.retiredAt ? null : (
                  <Link className="btn btn-primary btn-sm" to={`${base}/edit`}>
                    Edit
                  </Link>
                )}
              </>
            ) : null}
          </>
        }
      />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <UnitFacts unit={unit} />
      <Panel title="What was said" flush>
        <StatementsTable facts={unit.history} labelOf={unitFieldLabel} />
      </Panel>
      <Panel title="What was done" flush>
        {unit.acts.length > 0 ? <ActsTable acts={unit.acts} /> : null}
        <p className="quiet px-4 py-2">
          Added on <TimeText value={unit.createdAt} />, recorded with its model.
        </p>
      </Panel>
    </>
  );
}
