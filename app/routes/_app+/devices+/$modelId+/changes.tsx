import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ThresholdForm } from '~/features/changes/cumulative';
import { CumulativePanel } from '~/features/changes/cumulative-panel';
import { setThreshold } from '~/features/devices/cumulative-threshold.server';
import { getModelChanges } from '~/features/devices/get-model-changes.server';
import { ModelChangesTable } from '~/features/devices/model-changes-table';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Changes of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('change:read', ModelParams, async ({ actor, params, url }) =>
  notFoundUnless(await getModelChanges(actor, params.modelId, url.searchParams)),
);

export const action = protectedAction('certification:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, ThresholdForm, (input) => setThreshold(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${answer.id}/changes?done=threshold`, 303);
  return data(answer, { status: 422 });
});

export default function ModelChanges() {
  const { model, changes, mayPropose, cumulative, maySetThreshold } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const propose = `/changes/new?model=${model.id}`;
  return (
    <ModelFrame
      model={model}
      actions={
        mayPropose ? (
          <Link className="btn btn-primary btn-sm" to={propose}>
            Propose a change
          </Link>
        ) : null
      }
    >
      {changes.rows.length > 0 ? (
        <Panel title="Changes" flush>
          <ModelChangesTable rows={changes.rows} />
          <Pager before={changes.before} after={changes.after} note="last edited first" />
        </Panel>
      ) : (
        <Empty title="No change was proposed for this model.">
          {mayPropose ? <Link to={propose}>Propose a change</Link> : null}
        </Empty>
      )}
      <CumulativePanel
        cumulative={cumulative}
        maySet={maySetThreshold}
        refused={refused && !refused.ok ? refused : undefined}
      />
    </ModelFrame>
  );
}
