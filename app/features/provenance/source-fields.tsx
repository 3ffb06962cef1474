/** The group "Where does this come from?" of every form of the register. */
import { TextField } from '../../ui/field';
import type { FormValues } from '../form-values';

/**
 * The source of what a save changes. @param confirms offers to let the source speak for the unchanged fields too
 */
export function SourceFields({ form, confirms = false }: { form: FormValues; confirms?: boolean }) {
  return (
    <fieldset className="panel bg-base-200 p-4">
      <legend className="px-1 font-semibold">Where does this come from?</legend>
      <p className="quiet mb-3">
        Holds for what you change in this save. Leave empty what nobody said: the record then shows only that you typed
        it.
      </p>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
        <TextField
          name="saidBy"
          label="Who said so"
          help="A person or organisation: the maker’s service, the label on the device."
          value={form.value('saidBy')}
          errors={form.errors('saidBy')}
        />
        <TextField
          name="sourceDocument"
          label="In which document"
          help="Certificate, instructions for use, MDS2 form, e-mail."
          value={form.value('sourceDocument')}
          errors={form.errors('sourceDocument')}
        />
        <TextField
          name="sourcePage"
          label="Page or section"
          value={form.value('sourcePage')}
          errors={form.errors('sourcePage')}
        />
        <TextField
          name="sourceDate"
          label="Dated"
          help="As printed on it."
          value={form.value('sourceDate')}
          errors={form.errors('sourceDate')}
        />
      </div>
      {confirms ? (
        <label className="mt-3 flex min-h-7 items-start gap-2">
          <input
            type="checkbox"
            name="confirms"
            value="yes"
            defaultChecked={form.values('confirms').includes('yes')}
            className="checkbox checkbox-sm mt-0.5"
          />
          <span>
            It also confirms the fields I leave as they are
            <span className="quiet block text-[0.93em]">Each of them gets this source, with today’s date.</span>
          </span>
        </label>
      ) : null}
    </fieldset>
  );
}
