/** The fields in which people say what an option costs and on what evidence. */
import { TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { RANGES } from './option-form';

export function OptionFormFields({ form, proof }: { form: FormValues; proof: readonly string[] }) {
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      {RANGES.map(({ name, label, unit, help }) => (
        <fieldset key={name} className="panel flex flex-col gap-2 p-4">
          <legend className="px-1 font-semibold">
            {label}, {unit}
          </legend>
          <p className="quiet">{help} Leave it empty where nobody has said; one number alone is an exact value.</p>
          <div className="grid gap-3 sm:grid-cols-[8rem_8rem_minmax(0,1fr)]">
            <TextField {...field(`${name}_least`)} label={`At least (${unit})`} />
            <TextField {...field(`${name}_most`)} label={`At most (${unit})`} />
            <TextField {...field(`${name}_source`)} label="Who gave it, or where it stands" />
          </div>
        </fieldset>
      ))}
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Evidence</legend>
        {proof.length > 0 ? (
          <div className="quiet">
            Would show that it works:
            <ul className="list-disc pl-5">
              {proof.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <TextArea {...field('evidence')} label="What shows that it works" rows={3} />
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <TextField {...field('evidence_document')} label="Document and page" />
          <TextField {...field('evidence_until')} label="Holds until" type="date" />
        </div>
      </fieldset>
      <TextArea {...field('note')} label="Note" rows={3} />
    </>
  );
}
