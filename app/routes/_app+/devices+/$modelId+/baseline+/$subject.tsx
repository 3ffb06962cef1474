import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FoundForm, LineForm, RetireLineForm, SubjectParams } from '~/features/baseline/baseline-form';
import { getSubject } from '~/features/baseline/get-subject.server';
import { addLine, recordFound, retireLine } from '~/features/baseline/save-baseline.server';
import { FoundPanel, LinesPanel, NewLinePanel, SubjectUnits } from '~/features/baseline/subject-panels';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { today } from '~/features/today';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject.label ?? 'Baseline'} of ${data ? modelTitle(data.model) : 'a device'} · Changemark` },
];

export const loader = protectedLoader('device:read', SubjectParams, async ({ actor, params, url }) => ({
  ...notFoundUnless(await getSubject(actor, params.modelId, params.subject, url.searchParams)),
  today: today(),
}));

export const action = protectedAction('device:write', SubjectParams, async ({ actor, params, form }) => {
  const { modelId, subject } = params;
  const asked = form.get('intent');
  const intent = asked === 'retire' ? 'retire' : asked === 'found' ? 'found' : 'line';
  const answer =
    intent === 'retire'
      ? await saveForm(form, RetireLineForm, (input) => retireLine(actor, modelId, subject, input))
      : intent === 'found'
        ? await saveForm(form, FoundForm, (input) => recordFound(actor, modelId, subject, input))
        : await saveForm(form, LineForm, (input) => addLine(actor, modelId, subject, input));
  if (answer.ok) throw redirect(`/devices/${modelId}/baseline/${subject}?done=saved`, 303);
  return data({ ...answer, intent }, { status: 422 });
});

export default function BaselineSubject() {
  const { model, subject, units, onlyDiffering, mayEdit, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const of = (intent: 'line' | 'found' | 'retire') => (refused?.intent === intent ? refused : null);
  return (
    <ModelFrame model={model}>
      <h2>{subject.label}</h2>
      <LinesPanel subject={subject} mayEdit={mayEdit} refused={of('retire')} />
      <SubjectUnits units={units} subject={subject} modelId={model.id} onlyDiffering={onlyDiffering} />
      {mayEdit ? (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
          <NewLinePanel form={formValues(of('line'))} />
          <FoundPanel form={formValues(of('found'), { foundOn: today })} />
        </div>
      ) : null}
    </ModelFrame>
  );
}
