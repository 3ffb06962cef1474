import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getModelHistory } from '~/features/devices/get-model-history.server';
import { modelFieldLabel } from '~/features/devices/model-fields';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { ActsTable, StatementsTable } from '~/features/provenance/history-tables';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getModelHistory(actor, params.modelId)),
);

export default function ModelHistory() {
  const { model, facts, acts } = useLoaderData<typeof loader>();
  return (
    <ModelFrame model={model}>
      <Panel title="What was said" flush>
        <StatementsTable facts={facts} labelOf={modelFieldLabel} />
      </Panel>
      <Panel title="What was done" flush>
        <ActsTable acts={acts} />
      </Panel>
    </ModelFrame>
  );
}
