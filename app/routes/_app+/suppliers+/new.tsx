import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { createSupplier } from '~/features/suppliers/create-supplier.server';
import { SupplierForm } from '~/features/suppliers/supplier-form';
import { SupplierFormFields } from '~/features/suppliers/supplier-form-fields';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a supplier · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', undefined, () => null);

export const action = protectedAction('supplier:write', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, SupplierForm, (input) => createSupplier(actor, input));
  if (answer.ok) throw redirect(`/suppliers/${answer.id}?done=created`, 303);
  return data(answer, { status: 422 });
});

export default function NewSupplier() {
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  return (
    <>
      <PageHeader crumbs={[{ label: 'Suppliers', to: '/suppliers' }]} title="Add a supplier" />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <SupplierFormFields form={form} editing={false} />
        <div className="flex gap-2">
          <Submit>Add supplier</Submit>
          <Link to="/suppliers" className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
