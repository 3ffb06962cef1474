import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RetireForm } from '~/features/retire-form';
import { RetirePage } from '~/features/retire-page';
import { saveForm } from '~/features/save-form.server';
import { getUnit } from '~/features/units/get-unit.server';
import { restoreUnit } from '~/features/units/restore-unit.server';
import { retireUnit } from '~/features/units/retire-unit.server';
import { UnitParams } from '~/features/units/unit-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { shorten } from '~/ui/long-text';

export const meta: MetaFunction = () => [{ title: 'Retire or restore a unit · Devices · Changemark' }];

export const loader = protectedLoader('device:write', UnitParams, async ({ actor, params }) =>
  notFoundUnless(await getUnit(actor, params.unitId)),
);

export const action = protectedAction('device:write', UnitParams, async ({ actor, params, form }) => {
  const act = form.get('intent') === 'restore' ? restoreUnit : retireUnit;
  const answer = await saveForm(form, RetireForm, (input) => act(actor, params.unitId, input));
  if (answer.ok) throw redirect(`/units/${answer.id}?done=${act === retireUnit ? 'retired' : 'restored'}`, 303);
  return data(answer, { status: 422 });
});

export default function RetireUnit() {
  const unit = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const serial = shorten(unit.values.serial, 120);
  return (
    <RetirePage
      crumbs={[
        { label: 'Units', to: '/units' },
        { label: serial, to: `/units/${unit.id}` },
      ]}
      what={`unit ${serial}`}
      retired={unit.retiredAt !== null}
      meaning={
        unit.retiredAt
          ? 'It counts as in use again and can be chosen for changes.'
          : 'Nothing is deleted: it no longer counts as in use, is no longer chosen for changes, and keeps its history.'
      }
      back={`/units/${unit.id}`}
      refused={refused}
    />
  );
}
