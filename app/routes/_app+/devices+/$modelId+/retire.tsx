import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { modelFormOf } from '~/features/devices/model-form-choices.server';
import { modelTitle } from '~/features/devices/model-frame';
import { ModelParams } from '~/features/devices/model-params';
import { restoreModel } from '~/features/devices/restore-model.server';
import { retireModel } from '~/features/devices/retire-model.server';
import { RetireForm } from '~/features/retire-form';
import { RetirePage } from '~/features/retire-page';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Retire or restore a device · Devices · Changemark' }];

export const loader = protectedLoader('device:write', ModelParams, async ({ actor, params }) =>
  notFoundUnless(await modelFormOf(actor, params.modelId)),
);

export const action = protectedAction('device:write', ModelParams, async ({ actor, params, form }) => {
  const act = form.get('intent') === 'restore' ? restoreModel : retireModel;
  const answer = await saveForm(form, RetireForm, (input) => act(actor, params.modelId, input));
  if (answer.ok) throw redirect(`/devices/${answer.id}?done=${act === retireModel ? 'retired' : 'restored'}`, 303);
  return data(answer, { status: 422 });
});

export default function RetireModel() {
  const { model } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = modelTitle(model);
  return (
    <RetirePage
      crumbs={[
        { label: 'Devices', to: '/devices' },
        { label: title, to: `/devices/${model.id}` },
      ]}
      what={title}
      retired={model.retiredAt !== null}
      meaning={
        model.retiredAt
          ? 'It can be proposed for changes and edited again. Its units stay retired until each is restored.'
          : 'Nothing is deleted: it leaves the lists, is no longer offered for changes, and keeps everything said about it.'
      }
      units={model.unitsInUse > 0 ? `${model.unitsInUse.toLocaleString('en-GB')} units in use` : undefined}
      back={`/devices/${model.id}`}
      refused={refused}
    />
  );
}
