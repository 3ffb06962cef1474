import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { BaselineTable } from '~/features/baseline/baseline-tables';
import { getBaseline } from '~/features/baseline/get-baseline.server';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Baseline of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getBaseline(actor, params.modelId)),
);

export default function ModelBaseline() {
  const { model, subjects, mayExport, mayAsk } = useLoaderData<typeof loader>();
  const count = (state: string) => subjects.filter((one) => one.state === state).length;
  const base = `/devices/${model.id}/baseline`;
  return (
    <ModelFrame
      model={model}
      actions={
        <>
          {mayExport ? (
            <a className="btn btn-outline btn-sm" href={`${base}/export.csv`} download>
              Export (CSV)
            </a>
          ) : null}
          {mayAsk ? (
            <Link
              className="btn btn-outline btn-sm"
              to={`/letters/new?kind=security-documents-request&model=${model.id}`}
            >
              Ask the maker
            </Link>
          ) : null}
        </>
      }
    >
      <p className="quiet max-w-4xl">
        What certificate, technical summary, instructions, MDS2 and the maker say the device is, against what is
        installed. Open a subject to add what a document says, or to record what you found.
      </p>
      <Panel title="Documents against units" flush>
        <p className="px-4 pb-2">
          Of {subjects.length} subjects {count('differs')} {count('differs') === 1 ? 'differs' : 'differ'},{' '}
          {count('unclear')} wait for a person to compare, {count('same')} {count('same') === 1 ? 'agrees' : 'agree'}.
          On {count('nobody_said')} no document says anything, and {count('not_looked_at')} nobody has looked at.
        </p>
        <BaselineTable subjects={subjects} modelId={model.id} />
      </Panel>
    </ModelFrame>
  );
}
