import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { addContact } from '~/features/suppliers/add-contact.server';
import { getSupplier } from '~/features/suppliers/get-supplier.server';
import { ContactForm } from '~/features/suppliers/supplier-form';
import { ContactFormFields } from '~/features/suppliers/supplier-form-fields';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a contact · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await getSupplier(actor, params.supplierId)),
);

export const action = protectedAction('supplier:write', SupplierParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, ContactForm, (input) => addContact(actor, params.supplierId, input));
  if (answer.ok) throw redirect(`/suppliers/${params.supplierId}?done=contact`, 303);
  return data(answer, { status: 422 });
});

export default function NewContact() {
  const supplier = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const base = `/suppliers/${supplier.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Suppliers', to: '/suppliers' },
          { label: shorten(supplier.values.name, 120), to: base },
        ]}
        title="Add a contact"
      />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <ContactFormFields form={form} />
        <div className="flex gap-2">
          <Submit>Add contact</Submit>
          <Link to={base} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
