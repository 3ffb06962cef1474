import { Checkboxes } from '../../ui/field';
import type { FormValues } from '../form-values';

/** "Looked for, and not known": unknown is a recorded answer, and what the supplier is asked next. */
export function UnknownFields(props: {
  form: FormValues;
  fields: readonly string[];
  labelOf: (field: string) => string;
}) {
  return (
    <details className="panel p-4" open={props.form.values('unknown').length > 0 || undefined}>
      <summary className="min-h-7 cursor-pointer font-semibold">Looked for, and not known</summary>
      <div className="mt-2 sm:columns-2">
        <Checkboxes
          name="unknown"
          label="Record as not known"
          help="A field left empty says nothing. Ticked here, it says that somebody looked and did not find out."
          choices={props.fields.map((field) => ({ value: field, label: props.labelOf(field) }))}
          values={props.form.values('unknown')}
          errors={props.form.errors('unknown')}
        />
      </div>
    </details>
  );
}
