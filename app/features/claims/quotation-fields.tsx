import { Form } from '@remix-run/react';
import { useId } from 'react';
import { Select, TextArea, TextField } from '../../ui/field';
import { FilterText } from '../../ui/filters';
import type { FormValues } from '../form-values';

interface SubjectGroups {
  label: string;
  subjects: { key: string; words: string }[];
}

/** Narrows the list of subjects; an ordinary GET form, before anything is typed below. */
export const FindSubject = ({ find }: { find: string }) => (
  <Form method="get" aria-label="Find a subject" className="flex max-w-2xl flex-wrap items-end gap-2">
    <FilterText name="find" label="Find a subject (part of a word)" value={find} placeholder="patch, password, CSUP" />
    <button type="submit" className="btn btn-sm">
      Narrow the list below
    </button>
  </Form>
);

function SubjectSelect({ groups, form }: { groups: SubjectGroups[]; form: FormValues }) {
  const id = useId();
  const problems = form.errors('subject') ?? [];
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        What is it about? <span className="quiet font-normal">(required)</span>
      </label>
      <select
        id={id}
        name="subject"
        defaultValue={form.value('subject')}
        aria-required
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? `${id}-error` : undefined}
        className={`select w-full ${problems.length > 0 ? 'select-error' : ''}`}
      >
        <option value="">Choose</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.subjects.map(({ key, words }) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problems.length > 0 ? (
        <p id={`${id}-error`} className="font-medium text-error">
          {problems.join(' ')}
        </p>
      ) : null}
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
}

/** The fields of a quotation. */
export function QuotationFields(props: {
  form: FormValues;
  models: readonly Choice[];
  subjects: SubjectGroups[];
  says: readonly Choice[];
  sources: readonly Choice[];
}) {
  const { form } = props;
  const bound = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <SubjectSelect groups={props.subjects} form={form} />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-3">
        <TextField {...bound('cve')} label="Vulnerability, if it is about one" help="CVE-2017-0144" />
        <Select
          {...bound('says')}
          label="What does it say?"
          blank="nothing that can be compared"
          help="What it says of the subject above."
          choices={props.says}
        />
        <TextField {...bound('day')} type="date" label="Day, if it names one" help="End of support, for example." />
      </div>
      <TextArea
        {...bound('quotation')}
        rows={5}
        label="The words, exactly as they stand there"
        required
        help="Without a summary of your own: the supplier will be shown these words."
      />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <Select {...bound('modelId')} label="Device" blank="all devices of this supplier" choices={props.models} />
        <Select {...bound('source')} label="Where does it stand?" blank="Choose" required choices={props.sources} />
        <TextField {...bound('document')} label="Document" required help="Title and edition, or the address." />
        <TextField {...bound('page')} label="Page or clause" />
        <TextField {...bound('saidBy')} label="Who says so" />
        <TextField {...bound('saidOn')} type="date" label="Dated" />
      </div>
    </>
  );
}
