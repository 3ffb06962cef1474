import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RetireForm } from '~/features/retire-form';
import { RetirePage } from '~/features/retire-page';
import { saveForm } from '~/features/save-form.server';
import { getSupplier } from '~/features/suppliers/get-supplier.server';
import { restoreSupplier } from '~/features/suppliers/restore-supplier.server';
import { retireSupplier } from '~/features/suppliers/retire-supplier.server';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { shorten } from '~/ui/long-text';

export const meta: MetaFunction = () => [{ title: 'Retire or restore a supplier · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await getSupplier(actor, params.supplierId)),
);

export const action = protectedAction('supplier:write', SupplierParams, async ({ actor, params, form }) => {
  const act = form.get('intent') === 'restore' ? restoreSupplier : retireSupplier;
  const answer = await saveForm(form, RetireForm, (input) => act(actor, params.supplierId, input));
  if (answer.ok) throw redirect(`/suppliers/${answer.id}?done=${act === retireSupplier ? 'retired' : 'restored'}`, 303);
  return data(answer, { status: 422 });
});

export default function RetireSupplier() {
  const supplier = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const name = shorten(supplier.values.name, 120);
  return (
    <RetirePage
      crumbs={[
        { label: 'Suppliers', to: '/suppliers' },
        { label: name, to: `/suppliers/${supplier.id}` },
      ]}
      what={name}
      retired={supplier.retiredAt !== null}
      meaning={
        supplier.retiredAt
          ? 'It is offered as a maker again.'
          : 'Nothing is deleted: it leaves the list and is no longer offered as a maker. Its letters and models stay readable.'
      }
      back={`/suppliers/${supplier.id}`}
      refused={refused}
    />
  );
}
