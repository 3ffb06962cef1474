import { parseWithZod } from '@conform-to/zod/v4';
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsOf, keptOf } from '~/features/changes/posted';
import { listReruns } from '~/features/reruns/list-reruns.server';
import { RerunForm } from '~/features/reruns/rerun-form.server';
import { RerunsTable } from '~/features/reruns/reruns-table';
import { StartForm } from '~/features/reruns/start-form';
import { startRerun } from '~/features/reruns/start-rerun.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'What would flip · Library · Changemark' }];

export const loader = protectedLoader('change:read', undefined, ({ actor, url }) =>
  listReruns(actor, url.searchParams),
);

export const action = protectedAction('library:rerun', undefined, async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: RerunForm });
  if (submission.status !== 'success') {
    return data({ errors: errorsOf(submission), kept: keptOf(form) }, { status: 422 });
  }
  throw redirect(`/library/reruns/${await startRerun(actor, submission.value)}`, 303);
});

export default function Reruns() {
  const list = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Library', to: '/library' }]}
        title="What would flip"
        sub="Past assessments judged again under other editions of the library. Old records stay as they were."
        actions={
          <a href="/library/reruns/assessments.ndjson" className="btn btn-outline btn-sm" download>
            Latest assessments (NDJSON)
          </a>
        }
      />
      {list.mayStart ? <StartForm list={list} kept={answer?.kept ?? {}} errors={answer?.errors ?? {}} /> : null}
      <Panel title="Judged again" flush>
        <RerunsTable list={list} />
      </Panel>
    </>
  );
}
