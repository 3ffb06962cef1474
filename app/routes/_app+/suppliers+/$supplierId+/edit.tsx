import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { editSupplier } from '~/features/suppliers/edit-supplier.server';
import { getSupplier } from '~/features/suppliers/get-supplier.server';
import { EditSupplierForm } from '~/features/suppliers/supplier-form';
import { SupplierFormFields } from '~/features/suppliers/supplier-form-fields';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Edit a supplier · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await getSupplier(actor, params.supplierId)),
);

export const action = protectedAction('supplier:write', SupplierParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, EditSupplierForm, (input) => editSupplier(actor, params.supplierId, input));
  if (answer.ok) throw redirect(`/suppliers/${answer.id}?done=saved`, 303);
  return data(answer, { status: 422 });
});

export default function EditSupplier() {
  const supplier = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, { ...supplier.values, address: supplier.values.address.join('\n') });
  const base = `/suppliers/${supplier.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Suppliers', to: '/suppliers' },
          { label: shorten(supplier.values.name, 120), to: base },
        ]}
        title="Edit the supplier"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(supplier.version)} />
        <SupplierFormFields form={form} editing />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={base} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
