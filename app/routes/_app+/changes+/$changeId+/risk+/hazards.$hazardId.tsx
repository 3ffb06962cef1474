import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { getHazard } from '~/features/risk/get-hazard.server';
import { HazardFields } from '~/features/risk/hazard-fields';
import { HazardForm, HazardParams } from '~/features/risk/hazard-form';
import { saveHazard } from '~/features/risk/save-hazard.server';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `A hazard of ${page?.change.reference ?? 'a change'} · Changemark` },
];

const idOf = (hazardId: string) => (hazardId === 'new' ? null : hazardId);

export const loader = protectedLoader('risk:write', HazardParams, async ({ actor, params }) =>
  notFoundUnless(await getHazard(actor, params.changeId, idOf(params.hazardId))),
);

export const action = protectedAction('risk:write', HazardParams, async ({ actor, params, form }) => {
  const { changeId, hazardId } = params;
  const answer = await saveForm(form, HazardForm, (input) => saveHazard(actor, changeId, idOf(hazardId), input));
  if (answer.ok) throw redirect(`/changes/${changeId}/risk?done=hazard#hazards`, 303);
  return data(answer, { status: 422 });
});

export default function Hazard() {
  const { change, number, version, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, fields);
  return (
    <>
      <ChangeSubpage change={change} title={number === null ? 'Add a hazard' : `Hazard ${number}`} />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-3xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(version)} />
        <HazardFields form={form} />
        <div className="flex flex-wrap gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={`/changes/${change.id}/risk#hazards`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
