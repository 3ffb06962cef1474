import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { FindSubject, QuotationFields } from '~/features/claims/quotation-fields';
import { QUOTED_SOURCES, QuotationForm } from '~/features/claims/quotation-form';
import { quotationForm } from '~/features/claims/read-quotations.server';
import { addQuotation } from '~/features/claims/save-quotation.server';
import { SAYS } from '~/features/claims/subject-choices';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a quotation · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', SupplierParams, async ({ actor, params, url }) => {
  const find = (url.searchParams.get('find') ?? '').slice(0, 100);
  const form = notFoundUnless(await quotationForm(actor, params.supplierId, null, find));
  return { ...form, says: SAYS, sources: QUOTED_SOURCES };
});

export const action = protectedAction('supplier:write', SupplierParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, QuotationForm, (input) => addQuotation(actor, params.supplierId, input));
  if (answer.ok) throw redirect(`/suppliers/${params.supplierId}/quotations?done=saved`, 303);
  return data(answer, { status: 422 });
});

export default function NewQuotation() {
  const { supplier, models, subjects, find, says, sources } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const base = `/suppliers/${supplier.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Suppliers', to: '/suppliers' },
          { label: shorten(supplier.name, 120), to: base },
          { label: 'Quotations', to: `${base}/quotations` },
        ]}
        title="Add a quotation"
        sub="A sentence of the instructions, a clause of the contract, a bulletin on the web: word for word, with its place."
      />
      <FindSubject find={find} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <QuotationFields form={form} models={models} subjects={subjects} says={says} sources={sources} />
        <div className="flex gap-2">
          <Submit>Record the quotation</Submit>
          <Link to={`${base}/quotations`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
