import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getMds2 } from '~/features/devices/get-mds2.server';
import { Mds2StaleNotice } from '~/features/devices/mds2-stale-notice';
import { Mds2Tables } from '~/features/devices/mds2-table';
import { modelFieldLabel } from '~/features/devices/model-fields';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { StatementsTable } from '~/features/provenance/history-tables';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Empty } from '~/ui/page';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `MDS2 of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getMds2(actor, params.modelId)),
);

export default function ModelMds2() {
  const { model, answers, history, olderThan, mayEdit, mayAsk } = useLoaderData<typeof loader>();
  const edit = `/devices/${model.id}/mds2/edit`;
  return (
    <ModelFrame
      model={model}
      actions={
        mayEdit ? (
          <>
            <Link className="btn btn-outline btn-sm" to={`/imports/new?purpose=mds2&model=${model.id}`}>
              Import the form (XLSX)
            </Link>
            <Link className="btn btn-primary btn-sm" to={edit}>
              Record answers
            </Link>
          </>
        ) : null
      }
    >
      <p className="quiet max-w-4xl">
        What the maker disclosed about the security of this model (MDS2, ANSI/NEMA HN 1-2019). It points to the
        instructions; by itself it permits nothing.{' '}
        {model.mds2Date ? `Form of ${dateInWords(model.mds2Date)}.` : 'The date of the form is not recorded.'}
      </p>
      {olderThan ? <Mds2StaleNotice modelId={model.id} olderThan={olderThan} mayAsk={mayAsk} /> : null}
      {answers.length > 0 ? (
        <Mds2Tables answers={answers} />
      ) : (
        <Empty title="No answer is recorded.">
          {mayEdit ? (
            <>
              <Link to={edit}>Record answers</Link> from the maker’s form, or ask for one in the next letter.
            </>
          ) : (
            'It is the maker’s to give.'
          )}
        </Empty>
      )}
      {history.length > 0 ? (
        <details className="panel">
          <summary className="cursor-pointer p-4 font-semibold">Every answer ever recorded</summary>
          <StatementsTable facts={history} labelOf={modelFieldLabel} />
        </details>
      ) : null}
    </ModelFrame>
  );
}
