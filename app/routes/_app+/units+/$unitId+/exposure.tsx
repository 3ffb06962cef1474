import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { answerForUnit } from '~/features/exposure/answer-exposure.server';
import { AnswerForm } from '~/features/exposure/answer-form';
import { AnswerPanel } from '~/features/exposure/answer-form-fields';
import { AnswersPanel } from '~/features/exposure/answers-panel';
import { ExposureSum } from '~/features/exposure/exposure-sum';
import { ExposureTable } from '~/features/exposure/exposure-table';
import { SupportLine } from '~/features/exposure/support-line';
import { unitExposure } from '~/features/exposure/unit-exposure.server';
import { saveForm } from '~/features/save-form.server';
import { UnitParams } from '~/features/units/unit-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { shorten } from '~/ui/long-text';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Exposure of unit ${shorten(data?.unit.serial ?? '', 60)} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', UnitParams, async ({ actor, params, url }) =>
  notFoundUnless(await unitExposure(actor, params.unitId, url.searchParams)),
);

export const action = protectedAction('risk:write', UnitParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, AnswerForm, (input) => answerForUnit(actor, params.unitId, input));
  if (answer.ok) throw redirect(`/units/${params.unitId}/exposure?done=answered#answers`, 303);
  return data(answer, { status: 422 });
});

export default function UnitExposure() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { unit, model } = view;
  const base = `/units/${unit.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Units', to: '/units' },
          { label: shorten(unit.serial, 120), to: base },
          { label: shorten(model.title, 80), to: `/devices/${model.id}/exposure` },
        ]}
        title="Exposure of the unit"
        sub={
          unit.version
            ? `Held against the advisories with version ${shorten(unit.version, 60)}${unit.versionOfModel ? ', as its model says' : ''}.`
            : 'Its software version is not recorded: nothing can be called fixed.'
        }
      />
      {search.get('done') === 'answered' ? (
        <Notice kind="success" live>
          The answer is recorded, and counts.
        </Notice>
      ) : null}
      <ExposureSum view={view} reach={view.reach} />
      <SupportLine support={view.support} />
      {view.mayAnswer ? (
        <AnswerPanel
          question={search.get('question')}
          cve={search.get('cve') ?? ''}
          answers={view.answers}
          unitId={unit.id}
          refused={refused}
          back={`${base}/exposure#answers`}
        />
      ) : null}
      <Panel title="Vulnerabilities" flush>
        <ExposureTable view={view} />
      </Panel>
      <AnswersPanel answers={view.answers} mayAnswer={view.mayAnswer} />
    </>
  );
}
