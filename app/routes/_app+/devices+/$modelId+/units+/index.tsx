import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { unitsOfModel } from '~/features/units/units-of-model.server';
import { UnitsPanel } from '~/features/units/units-panel';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Units of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params, url }) =>
  notFoundUnless(await unitsOfModel(actor, params.modelId, url.searchParams)),
);

export default function ModelUnits() {
  const { model, list } = useLoaderData<typeof loader>();
  const search = new URLSearchParams(useLocation().search);
  search.set('model', model.id);
  const add = `/devices/${model.id}/units/new`;
  const mayAdd = list.may.edit && !model.retiredAt;
  return (
    <ModelFrame
      model={model}
      actions={
        <>
          {list.may.export ? (
            <a className="btn btn-outline btn-sm" href={`/units/export.csv?${search}`} download>
              Export (CSV)
            </a>
          ) : null}
          {mayAdd ? (
            <Link className="btn btn-primary btn-sm" to={add}>
              Add units
            </Link>
          ) : null}
        </>
      }
    >
      <UnitsPanel list={list} ofModel empty={mayAdd ? <Link to={add}>Add units</Link> : null} />
    </ModelFrame>
  );
}
