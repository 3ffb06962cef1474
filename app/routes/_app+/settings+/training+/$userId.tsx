import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formValues } from '~/features/form-values';
import { actOnTraining } from '~/features/training/act-on-training.server';
import { CourseBadge } from '~/features/training/course-badge';
import { getTraining } from '~/features/training/get-training.server';
import { RecordTraining } from '~/features/training/training-fields';
import { TrainingRecords } from '~/features/training/training-records';
import { PenBadge } from '~/features/training/training-table';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { ROLE_LABELS } from '~/guard/roles';
import { Notice, PageHeader, Panel } from '~/ui/page';
import { TimeText } from '~/ui/time';

const Params = z.object({ userId: z.uuid() });

const DONE: Record<string, string> = {
  record: 'Recorded.',
  withdraw: 'Withdrawn. It no longer counts, and stays readable.',
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.of.person.name ?? 'Person'} · Training · Changemark` },
];

export const loader = protectedLoader('audit:read', Params, async ({ actor, params, url }) => ({
  of: notFoundUnless(await getTraining(actor, params.userId)),
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('training:manage', Params, async ({ actor, params, form }) => {
  const answer = await actOnTraining(actor, params.userId, form);
  if (answer.ok) throw redirect(`/settings/training/${params.userId}?done=${answer.done}`, 303);
  return data(answer, { status: 422 });
});

export default function PersonTraining() {
  const { of, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const recording = refused && refused.intent !== 'withdraw' ? refused : null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Training', to: '/settings/training' },
        ]}
        title={of.person.name}
        state={<PenBadge pen={of.pen.ok} />}
        sub={`${ROLE_LABELS[of.person.role]}${of.person.active ? '' : ', deactivated'}`}
      />
      {done && !refused ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Today">
            <dl className="flex flex-col gap-2">
              {of.courses.map((one) => (
                <div key={one.course} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <dt>Training: {one.title}</dt>
                  <dd>
                    <CourseBadge {...one} /> {one.asked ? null : <span className="quiet">not asked of this role</span>}
                  </dd>
                </div>
              ))}
              <div className="flex flex-wrap gap-x-3">
                <dt>Text {of.accepted.number} that signers accept</dt>
                <dd>
                  {of.accepted.at ? (
                    <>
                      accepted <TimeText value={of.accepted.at} />
                    </>
                  ) : (
                    'not accepted yet; the person does so on their account page'
                  )}
                </dd>
              </div>
            </dl>
          </Panel>
          <Panel title="On record">
            <TrainingRecords
              records={of.records}
              mayWithdraw={of.mayRecord}
              refused={refused?.intent === 'withdraw' ? refused : null}
            />
          </Panel>
        </div>
        {of.mayRecord ? (
          <Panel title="Record training">
            <RecordTraining of={of} form={formValues(recording, { completedOn: of.today })} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
