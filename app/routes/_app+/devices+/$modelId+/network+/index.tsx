import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { FlowsTable } from '~/features/placement/flows-table';
import { getNetwork } from '~/features/placement/get-network.server';
import { LeastRulesPanel } from '~/features/placement/least-rules-panel';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { LongText } from '~/ui/long-text';
import { Empty, Notice, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Network of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getNetwork(actor, params.modelId)),
);

export default function ModelNetwork() {
  const { model, flows, least, unsaid, weightUnsaid, more, mayEdit, mayAsk } = useLoaderData<typeof loader>();
  const base = `/devices/${model.id}/network`;
  const ask = `/letters/new?kind=network-compatibility-request&model=${model.id}`;
  return (
    <ModelFrame
      model={model}
      actions={
        <>
          {flows.length > 0 ? (
            <a className="btn btn-outline btn-sm" href={`${base}/rules.csv`} download>
              Least rules (CSV)
            </a>
          ) : null}
          {mayEdit ? (
            <Link className="btn btn-primary btn-sm" to={`${base}/new`}>
              Add lines
            </Link>
          ) : null}
        </>
      }
    >
      <p className="quiet max-w-4xl">
        Whom the device talks to, as declared. A firewall or segment that a change proposes is held against these lines.
        What a line does not say stays open: it is neither “all” nor “none”.
      </p>
      {unsaid > 0 ? (
        <Notice kind="warning" title={`${unsaid} of ${flows.length} lines leave protocol, ports or network open`}>
          A check can prove little about them.{' '}
          {mayAsk ? <Link to={ask}>Ask the maker</Link> : 'The maker can be asked.'}
        </Notice>
      ) : null}
      {flows.length > 0 ? (
        <Panel title={`Communication matrix (${flows.length}${more ? ' shown' : ''})`} flush>
          <FlowsTable flows={flows} modelId={model.id} mayEdit={mayEdit} />
          <p className="quiet px-4 py-2">
            {weightUnsaid > 0
              ? `Of ${weightUnsaid} ${weightUnsaid === 1 ? 'line' : 'lines'} nobody said whether patients hang on it.`
              : 'Of each line it is said whether patients hang on it.'}
          </p>
        </Panel>
      ) : (
        <Empty title="No communication matrix is declared.">
          Whether a firewall breaks something cannot be said without one.{' '}
          {mayAsk ? <Link to={ask}>Ask the maker which connections the device needs</Link> : null}
        </Empty>
      )}
      {flows.length > 0 ? <LeastRulesPanel least={least} /> : null}
      {model.values.networkNeeds ? (
        <Panel title="In the register’s words">
          <LongText text={model.values.networkNeeds} />
        </Panel>
      ) : null}
    </ModelFrame>
  );
}
