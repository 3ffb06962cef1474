import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ModelFrame } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { plansOfModel } from '~/features/plans/list-plans.server';
import { PlansList } from '~/features/plans/plans-list';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Empty, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Options over time · Devices · Changemark' }];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await plansOfModel(actor, params.modelId)),
);

export default function PlansOfModel() {
  const { model, plans, mayDraw } = useLoaderData<typeof loader>();
  return (
    <ModelFrame
      model={model}
      actions={
        mayDraw ? (
          <Link className="btn btn-primary btn-sm" to={`/devices/${model.id}/plans/new`}>
            Draw up a plan
          </Link>
        ) : null
      }
    >
      <p>
        <Link to={`/fleet/incidents?model=${model.id}`} className="inline-block py-0.5 underline">
          What past incidents would have done to this device
        </Link>
      </p>
      {plans.length > 0 ? (
        <Panel title="Plans" flush>
          <PlansList plans={plans} modelId={model.id} />
        </Panel>
      ) : (
        <Empty title="No plan yet">
          A plan says what is done when: isolate now, patch when the supplier has answered, replace in 2028. A sketch
          stays with the device; a plan on a change is signed with it.
        </Empty>
      )}
    </ModelFrame>
  );
}
