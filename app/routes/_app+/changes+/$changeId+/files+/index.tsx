import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { AttachFormFields } from '~/features/attachments/attach-form-fields';
import { FilesTable } from '~/features/attachments/files-table';
import { getFiles } from '~/features/attachments/get-files.server';
import { receiveFiles } from '~/features/attachments/receive-files.server';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { sizeInWords } from '~/features/files/size-words';
import { formValues } from '~/features/form-values';
import { notFoundUnless, protectedLoader, protectedUpload } from '~/guard/guard.server';
import { Empty, Notice, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Files · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params, url }) =>
  notFoundUnless(await getFiles(actor, params.changeId, url.searchParams)),
);

export const action = protectedUpload('change:answer', ChangeParams, async ({ actor, params, request }) => {
  const received = await receiveFiles(actor, params.changeId, request);
  if (received.ok) throw redirect(`/changes/${params.changeId}/files`, 303);
  return data({ ...received, conflict: null }, { status: 422 });
});

export default function FilesOfChange() {
  const { change, rows, before, after, mayAdd, signed, attached } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const root = useRouteLoaderData('root') as { csrf?: string } | undefined;
  const base = `/changes/${change.id}/files`;
  return (
    <>
      <ChangeSubpage
        change={change}
        title="Files"
        actions={
          <a className="btn btn-sm" href={`/files/sign-sheets/${change.id}.pdf`}>
            Sheet to sign on paper
          </a>
        }
      />
      {rows.length === 0 ? (
        <Empty title="No file is attached">
          Test reports, the way back, evidence for the decision, and scans of sheets signed on paper belong here.
        </Empty>
      ) : (
        <Panel title="Attached" flush>
          <FilesTable changeId={change.id} files={rows} />
          <Pager before={before} after={after} note={`${attached.count} files, ${sizeInWords(attached.size)}`} />
        </Panel>
      )}
      {mayAdd ? (
        <Panel title="Attach files">
          {signed ? (
            <Notice kind="warning" title="Signatures stand on this change">
              Files are part of what was signed: adding one voids those signatures. Proof of what was done, and scans of
              signed sheets, are not; they void nothing.
            </Notice>
          ) : null}
          <div className="mt-2">
            <AttachFormFields form={formValues(refused)} csrf={root?.csrf ?? ''} action={`${base}?index`} />
          </div>
        </Panel>
      ) : null}
    </>
  );
}
