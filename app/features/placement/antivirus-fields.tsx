/** The forms on anti-virus: the maker's words, clinical hours, and the settings a change proposes. */
import { Radios, Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const textOf = (form: FormValues) => (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });

export function StatementFields({ form }: { form: FormValues }) {
  const text = textOf(form);
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <Select {...text('allowed')} label="May anti-virus run on the device?" blank="Not said" choices={YES_NO} />
        <Select
          {...text('realtimeAllowed')}
          label="May files be scanned as they are used?"
          blank="Not said"
          choices={YES_NO}
        />
        <TextArea {...text('products')} rows={3} label="Products it has validated" help="One a line, with version." />
        <TextArea
          {...text('exclusions')}
          rows={3}
          label="Exclusions it asks for"
          help="Folders, files or processes, one a line, as the maker writes them."
        />
        <TextField {...text('scanRule')} label="When scans may run" help="In the maker’s words." />
        <TextField {...text('cpuCap')} inputMode="numeric" label="Most of the processor, per cent" />
        <TextField {...text('updatesRule')} label="How definitions are updated" help="In the maker’s words." />
      </div>
      <SourceFields form={form} />
    </>
  );
}

export function HoursFields({ form }: { form: FormValues }) {
  const text = textOf(form);
  return (
    <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
      <TextField {...text('label')} label="Name" required help="“Theatre list, cardiac theatre 2”." />
      <TextArea
        {...text('windows')}
        rows={3}
        label="Days and hours, local time"
        required
        help="One a line: Mon-Fri 07:30-18:00. Hours may go over midnight: daily 22:00-02:00."
      />
      <Radios
        {...text('scope')}
        label="For which devices?"
        choices={[
          { value: 'model', label: 'All units of this model' },
          { value: 'place', label: 'Every device at this place' },
        ]}
      />
      <div className="flex flex-col gap-3">
        <TextField {...text('site')} label="Site" />
        <TextField {...text('location')} label="Location" help="Empty: the whole site." />
        <TextField {...text('source')} label="Where does this come from?" />
      </div>
    </div>
  );
}

export function ProposalFields({ form }: { form: FormValues }) {
  const text = textOf(form);
  return (
    <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
      <TextField {...text('product')} label="Product and version" />
      <TextField
        {...text('cpuCap')}
        inputMode="numeric"
        label="Most of the processor, per cent"
        help="Empty: no limit."
      />
      <TextArea {...text('exclusions')} rows={5} label="Exclusions" help="One a line." />
      <TextArea
        {...text('scans')}
        rows={5}
        label="When scans run, local time"
        help="One a line, with the end: daily 12:00-13:00, Sun 23:00-03:00."
      />
      <Radios
        {...text('realtime')}
        label="Are files scanned as they are used?"
        inline
        choices={[...YES_NO, { value: '', label: 'Not said' }]}
      />
      <TextField {...text('updates')} label="How definitions are updated" help="“Daily through a local server”." />
    </div>
  );
}
