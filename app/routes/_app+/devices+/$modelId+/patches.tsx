import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PatchForm } from '~/features/baseline/patch-form';
import { getPatches, retirePatch, savePatch } from '~/features/baseline/patches.server';
import { PatchesTable, PatchFormPanel, patchShown } from '~/features/baseline/patches-panels';
import { notYetValidated } from '~/features/baseline/supersedence';
import { ConflictPanel } from '~/features/conflict-panel';
import { ModelFrame, modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { requiredText } from '~/features/text-input';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { Empty, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Patches of ${data ? modelTitle(data.model) : 'a device'} · Devices · Changemark` },
];

export const loader = protectedLoader('device:read', ModelParams, async ({ actor, params, url }) => {
  const page = notFoundUnless(await getPatches(actor, params.modelId));
  const edited = page.patches.find(({ patch }) => patch.id === url.searchParams.get('patch'))?.patch ?? null;
  return { ...page, edited };
});

const RetirePatchForm = z.object({
  patch: z.uuid({ error: 'The form is damaged. Reload the page.' }),
  reason: requiredText('Say why, in a few words. The record keeps it.'),
});

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const retiring = form.get('intent') === 'retire';
  const answer = retiring
    ? await saveForm(form, RetirePatchForm, (input) => retirePatch(actor, params.modelId, input))
    : await saveForm(form, PatchForm, (input) => savePatch(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${params.modelId}/patches?done=saved`, 303);
  return data({ ...answer, retiring }, { status: 422 });
});

export default function ModelPatches() {
  const { model, patches, edited, mayEdit, mayAsk } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const saving = refused && !refused.retiring ? refused : null;
  const form = formValues(saving, patchShown(edited));
  const retire = formValues(refused?.retiring ? refused : null);
  const waiting = notYetValidated(patches);
  const replaced = patches.filter(({ validatedButReplaced }) => validatedButReplaced).length;
  return (
    <ModelFrame model={model}>
      <p className="quiet max-w-4xl">
        Patches of the operating system and of components, and what the maker says of each for this model. A validated
        patch that another replaces is shown as such: it is not what the supplier of the system gives out now.
      </p>
      {patches.length > 0 ? (
        <>
          <Panel title={`Not yet validated (${waiting.length})`}>
            {waiting.length > 0 ? (
              <p>
                {waiting
                  .slice(0, 30)
                  .map(({ patch }) => `${shorten(patch.patch, 40)}${patch.state === 'refused' ? ' (refused)' : ''}`)
                  .join(', ')}
                {waiting.length > 30 ? ` and ${waiting.length - 30} more` : ''}.{' '}
                {mayAsk ? (
                  <Link to={`/letters/new?kind=supplier-request-letter&model=${model.id}`}>Ask the maker</Link>
                ) : null}
              </p>
            ) : (
              <p>
                Every patch listed that still counts is validated. Patches that nobody listed are not in this number.
              </p>
            )}
            {replaced > 0 ? (
              <p className="mt-1">
                {replaced} validated {replaced === 1 ? 'patch is' : 'patches are'} replaced by a newer one.
              </p>
            ) : null}
          </Panel>
          <Panel title={`Patches (${patches.length})`} flush>
            <PatchesTable patches={patches} modelId={model.id} mayEdit={mayEdit} />
          </Panel>
        </>
      ) : (
        <Empty title="No patch is recorded.">
          What the maker has validated stays unknown until somebody records it.
        </Empty>
      )}
      {mayEdit ? (
        <Panel id="patch" title={edited ? `Edit ${shorten(edited.patch, 60)}` : 'Add a patch'}>
          <ConflictPanel conflict={saving?.conflict} />
          <PatchFormPanel
            key={edited?.id ?? 'new'}
            form={form}
            version={edited?.version ?? 0}
            submit={saving?.conflict ? 'Save mine over it' : edited ? 'Save' : 'Add patch'}
          />
          {edited ? (
            <PostForm className="mt-4 flex max-w-xl flex-col gap-2 border-t border-base-300 pt-4">
              <input type="hidden" name="intent" value="retire" />
              <input type="hidden" name="patch" value={edited.id} />
              <TextField
                name="reason"
                label="Why it is taken off the list"
                required
                value={retire.value('reason')}
                errors={retire.errors('reason')}
              />
              <div>
                <Submit look="danger" small>
                  Take off the list
                </Submit>
              </div>
            </PostForm>
          ) : null}
        </Panel>
      ) : null}
    </ModelFrame>
  );
}
