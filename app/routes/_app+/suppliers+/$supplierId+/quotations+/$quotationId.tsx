import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { QuotationFields } from '~/features/claims/quotation-fields';
import { EditQuotationForm, QUOTED_SOURCES } from '~/features/claims/quotation-form';
import { quotationForm } from '~/features/claims/read-quotations.server';
import { editQuotation, RetireQuotationForm, retireQuotation } from '~/features/claims/save-quotation.server';
import { SAYS } from '~/features/claims/subject-choices';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { PageHeader } from '~/ui/page';

const Params = SupplierParams.extend({ quotationId: z.uuid() });

export const meta: MetaFunction = () => [{ title: 'Edit a quotation · Suppliers · Changemark' }];

export const loader = protectedLoader('supplier:write', Params, async ({ actor, params }) => {
  const form = notFoundUnless(await quotationForm(actor, params.supplierId, params.quotationId, ''));
  return { ...form, quotation: notFoundUnless(form.quotation), says: SAYS, sources: QUOTED_SOURCES };
});

export const action = protectedAction('supplier:write', Params, async ({ actor, params, form }) => {
  const retiring = form.get('intent') === 'retire';
  const answer = retiring
    ? await saveForm(form, RetireQuotationForm, (input) => retireQuotation(actor, params, input))
    : await saveForm(form, EditQuotationForm, (input) => editQuotation(actor, params, input));
  if (answer.ok)
    throw redirect(`/suppliers/${params.supplierId}/quotations?done=${retiring ? 'retired' : 'saved'}`, 303);
  return data({ ...answer, retiring }, { status: 422 });
});

export default function EditQuotation() {
  const { supplier, models, subjects, quotation, says, sources } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused?.retiring ? null : refused, quotation.values);
  const retire = formValues(refused?.retiring ? refused : null);
  const base = `/suppliers/${supplier.id}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Suppliers', to: '/suppliers' },
          { label: shorten(supplier.name, 120), to: base },
          { label: 'Quotations', to: `${base}/quotations` },
        ]}
        title="Edit the quotation"
        sub="Contradictions that were found keep the words with which they were found."
      />
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(quotation.version)} />
        <QuotationFields form={form} models={models} subjects={subjects} says={says} sources={sources} />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={`${base}/quotations`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
      <PostForm className="panel flex max-w-2xl flex-col gap-4 p-4">
        <h2>Retire it</h2>
        <p className="quiet">It is then held against nothing any more. It stays in the record.</p>
        <FormErrors errors={retire.summary} />
        <input type="hidden" name="intent" value="retire" />
        <TextArea
          name="reason"
          rows={2}
          label="Why"
          required
          value={retire.value('reason')}
          errors={retire.errors('reason')}
        />
        <div>
          <Submit look="danger">Retire</Submit>
        </div>
      </PostForm>
    </>
  );
}
