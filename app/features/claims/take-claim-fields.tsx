import { Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';

/** The fields of a claim that is taken out of a file. */
export function TakeClaimFields(props: {
  form: FormValues;
  subjects: readonly { key: string; words: string }[];
  says: readonly { value: string; label: string }[];
}) {
  const bound = (name: string) => ({ name, value: props.form.value(name), errors: props.form.errors(name) });
  return (
    <>
      <TextArea
        {...bound('quotation')}
        rows={5}
        label="The words, exactly as they stand in the file"
        required
        help="The page is found by them."
      />
      <Select
        {...bound('subject')}
        label="What is it about?"
        required
        blank="Choose"
        choices={props.subjects.map(({ key, words }) => ({ value: key, label: words }))}
      />
      <Select {...bound('says')} label="What does it say?" blank="nothing that can be compared" choices={props.says} />
      <TextField {...bound('cve')} label="Vulnerability, if it is about one" help="CVE-2017-0144" />
      <TextField {...bound('day')} type="date" label="Day, if it names one" />
    </>
  );
}
