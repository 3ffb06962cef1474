import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ConflictPanel } from '~/features/conflict-panel';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { HoursFields, StatementFields } from '~/features/placement/antivirus-fields';
import { HoursForm, StatementForm, statementShown } from '~/features/placement/antivirus-form';
import { NOTHING_SAID } from '~/features/placement/check-antivirus';
import { getAntivirus } from '~/features/placement/get-antivirus.server';
import { HoursTable, StatementFacts } from '~/features/placement/maker-on-antivirus';
import { addHours, retireHours, saveStatement } from '~/features/placement/save-antivirus.server';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Empty, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Anti-virus on ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await getAntivirus(actor, params.modelId)),
);

const RetireHoursForm = z.object({ hours: z.uuid({ error: 'The form is damaged. Reload the page.' }) });

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const { modelId } = params;
  const intent = form.get('intent') === 'hours' ? 'hours' : form.get('intent') === 'end' ? 'end' : 'statement';
  const answer =
    intent === 'hours'
      ? await saveForm(form, HoursForm, (input) => addHours(actor, modelId, input))
      : intent === 'end'
        ? await saveForm(form, RetireHoursForm, (input) => retireHours(actor, modelId, input.hours))
        : await saveForm(form, StatementForm, (input) => saveStatement(actor, modelId, input));
  if (answer.ok) throw redirect(`/devices/${modelId}/antivirus?done=saved`, 303);
  return data({ ...answer, intent }, { status: 422 });
});

export default function ModelAntivirus() {
  const { model, statement, version, hours, mayEdit, mayAsk } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ofStatement = refused?.intent === 'statement' ? refused : null;
  const source = statement?.source;
  const form = formValues(ofStatement, {
    ...statementShown(statement ?? NOTHING_SAID),
    ...{ saidBy: source?.saidBy, sourceDocument: source?.document },
    ...{ sourcePage: source?.page, sourceDate: source?.date },
  });
  const ofHours = formValues(refused?.intent === 'hours' ? refused : null, { scope: 'model' });
  return (
    <ModelFrame model={model}>
      <p className="quiet max-w-4xl">
        What the maker says on anti-virus, and when patients are on the device. The settings that a change proposes are
        held against both.
      </p>
      <Panel title="What the maker says">
        {statement ? (
          <StatementFacts statement={statement} />
        ) : (
          <Empty title="Nobody recorded what the maker says.">
            Until then every anti-virus setting is unproven.{' '}
            {mayAsk ? (
              <Link to={`/letters/new?kind=malware-protection-request&model=${model.id}`}>Ask the maker by letter</Link>
            ) : null}
          </Empty>
        )}
      </Panel>
      <Panel title="Clinical hours" flush>
        {hours.length > 0 ? (
          <HoursTable hours={hours} mayEdit={mayEdit} />
        ) : (
          <div className="p-4">
            <Empty title="No clinical hours are recorded.">
              Whether a scan meets a patient cannot be said without them.
            </Empty>
          </div>
        )}
      </Panel>
      {mayEdit ? (
        <>
          <details className="panel" open={Boolean(ofStatement)}>
            <summary className="cursor-pointer p-4 font-semibold">Record what the maker says</summary>
            <div className="p-4 pt-0">
              <ConflictPanel conflict={ofStatement?.conflict} />
              <PostForm className="flex flex-col gap-4">
                <FormErrors errors={form.summary} />
                <input type="hidden" name="version" value={form.version(version)} />
                <StatementFields form={form} />
                <div>
                  <Submit>{ofStatement?.conflict ? 'Save mine over it' : 'Save'}</Submit>
                </div>
              </PostForm>
            </div>
          </details>
          <details className="panel" open={refused?.intent === 'hours'}>
            <summary className="cursor-pointer p-4 font-semibold">Add clinical hours</summary>
            <div className="p-4 pt-0">
              <PostForm className="flex flex-col gap-4">
                <FormErrors errors={ofHours.summary} />
                <input type="hidden" name="intent" value="hours" />
                <HoursFields form={ofHours} />
                <div>
                  <Submit>Add hours</Submit>
                </div>
              </PostForm>
            </div>
          </details>
        </>
      ) : null}
    </ModelFrame>
  );
}
