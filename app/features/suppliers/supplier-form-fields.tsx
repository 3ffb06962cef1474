/** The fields of a supplier's and of a contact's form. */
import { TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';

export function SupplierFormFields({ form, editing }: { form: FormValues; editing: boolean }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
        <TextField {...text('name')} label="Name" required help="As letters are to be addressed." />
        <TextField {...text('country')} label="Country" />
        <TextField
          {...text('website')}
          type="url"
          label="Website"
          help="Where it publishes security notices, if it does."
        />
        <TextArea {...text('address')} rows={4} label="Postal address" help="As on an envelope, without the name." />
        <div className="sm:col-span-2">
          <TextArea {...text('notes')} rows={3} label="Notes" help="Customer number, what to say on the telephone." />
        </div>
      </div>
      <SourceFields form={form} confirms={editing} />
    </>
  );
}

export function ContactFormFields({ form }: { form: FormValues }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
      <TextField
        {...text('name')}
        label="Name"
        required
        help="A person, or what letters say instead: “Product security”."
      />
      <TextField {...text('role')} label="Role" help="“regulatory affairs”, “service”, “security”." />
      <TextField {...text('email')} type="email" label="E-mail" />
      <TextField {...text('telephone')} type="tel" label="Telephone" />
    </div>
  );
}
