import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { answerForModel } from '~/features/exposure/answer-exposure.server';
import { AnswerForm } from '~/features/exposure/answer-form';
import { AnswerPanel } from '~/features/exposure/answer-form-fields';
import { AnswersPanel } from '~/features/exposure/answers-panel';
import { ExposureSum } from '~/features/exposure/exposure-sum';
import { ExposureTable } from '~/features/exposure/exposure-table';
import { modelExposure } from '~/features/exposure/model-exposure.server';
import { SupportLine } from '~/features/exposure/support-line';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Exposure of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params, url }) =>
  notFoundUnless(await modelExposure(actor, params.modelId, url.searchParams)),
);

export const action = protectedAction('risk:write', ModelParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, AnswerForm, (input) => answerForModel(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/exposure#answers`, 303);
  return data(answer, { status: 422 });
});

export default function ModelExposure() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <ModelFrame model={view.model}>
      <ExposureSum view={view} />
      <SupportLine support={view.support} />
      {view.mayAnswer ? (
        <AnswerPanel
          question={search.get('question')}
          cve={search.get('cve') ?? ''}
          answers={view.answers}
          unitId={null}
          refused={refused}
          back={`/devices/${view.model.id}/exposure#answers`}
        />
      ) : null}
      <Panel title="Vulnerabilities" flush>
        <ExposureTable view={view} ofModel />
        <p className="quiet px-4 pb-2">
          What stands before a unit lowers only the score of that unit: open its exposure from the list of units.
        </p>
      </Panel>
      <AnswersPanel answers={view.answers} mayAnswer={view.mayAnswer} />
    </ModelFrame>
  );
}
