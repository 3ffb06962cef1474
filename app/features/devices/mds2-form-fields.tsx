/** The form of MDS2 answers: paste what you have, or tick the questions that bear on changes. */
import { TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';
import { MDS2_CHOICES, MDS2_FIELD } from './mds2-input';
import { MDS2_SECTIONS } from './mds2-questions';

export function Mds2FormFields({ form }: { form: FormValues }) {
  return (
    <>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-[1fr_14rem]">
        <TextArea
          name="pasted"
          rows={8}
          label="Paste answers, one a line"
          help="Question, answer, note: “CSUP-2.4 no only patches on the approved list”. Other answers stay as they are."
          value={form.value('pasted')}
          errors={form.errors('pasted')}
        />
        <TextField
          name="formDate"
          type="date"
          label="Date of the form"
          help="DOC-7. Tells whether the form is older than the software."
          value={form.value('formDate')}
          errors={form.errors('formDate')}
        />
      </div>
      <div className="panel flex flex-col gap-1 p-4">
        <h2>Or question by question</h2>
        {MDS2_SECTIONS.map((section) => (
          <details key={section.code} open={section.code === 'CSUP' || undefined}>
            <summary className="min-h-7 cursor-pointer py-1 font-semibold">
              {section.code} · {section.title}
            </summary>
            <div className="mb-2 flex flex-col">
              {section.questions.map(([id, asks]) => (
                <Question key={id} id={id} asks={asks} value={form.value(MDS2_FIELD + id)} />
              ))}
            </div>
          </details>
        ))}
      </div>
      <SourceFields form={form} />
    </>
  );
}

function Question({ id, asks, value }: { id: string; asks: string; value: string }) {
  const known = value === '' || MDS2_CHOICES.some((choice) => choice.value === value);
  return (
    <label className="grid grid-cols-1 items-center gap-x-3 border-t border-base-300 py-1 sm:grid-cols-[6rem_minmax(0,1fr)_10rem]">
      <span className="font-mono">{id}</span>
      <span>{asks}</span>
      <select name={MDS2_FIELD + id} defaultValue={value} className="select select-sm w-full">
        <option value="">not answered</option>
        {known ? null : <option value={value}>{value.slice(0, 60)}</option>}
        {MDS2_CHOICES.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
