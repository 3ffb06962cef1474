import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { editContact } from '~/features/suppliers/edit-contact.server';
import { getContact } from '~/features/suppliers/get-contact.server';
import { retireContact } from '~/features/suppliers/retire-contact.server';
import { EditContactForm, RemoveContactForm } from '~/features/suppliers/supplier-form';
import { ContactFormFields } from '~/features/suppliers/supplier-form-fields';
import { ContactParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Edit a contact · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', ContactParams, async ({ actor, params }) =>
  notFoundUnless(await getContact(actor, params.supplierId, params.contactId)),
);

export const action = protectedAction('supplier:write', ContactParams, async ({ actor, params, form }) => {
  const { supplierId, contactId } = params;
  const removing = form.get('intent') === 'remove';
  const answer = removing
    ? await saveForm(form, RemoveContactForm, () => retireContact(actor, supplierId, contactId))
    : await saveForm(form, EditContactForm, (input) => editContact(actor, supplierId, contactId, input));
  if (answer.ok) throw redirect(`/suppliers/${supplierId}?done=${removing ? 'removed' : 'contact'}`, 303);
  return data(answer, { status: 422 });
});

export default function EditContact() {
  const { supplier, contact } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { version, id: _, ...values } = contact;
  const form = formValues(refused, values);
  const base = `/suppliers/${supplier.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Suppliers', to: '/suppliers' },
          { label: shorten(supplier.name, 120), to: base },
        ]}
        title="Edit the contact"
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(version)} />
        <ContactFormFields form={form} />
        <div className="flex flex-wrap gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={base} className="btn btn-ghost">
            Cancel
          </Link>
          <span className="flex-1" />
          <Submit name="intent" value="remove" look="danger">
            Remove the contact
          </Submit>
        </div>
      </PostForm>
    </>
  );
}
