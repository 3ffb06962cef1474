/** Makers with their models hit, to be ticked by a person; and how the letters to them are to be. */
import { Select, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { ThemeField } from '../letters/draft-letter-fields';
import { SEVERITY_IDS, SEVERITY_WORDS } from '../letters/letter-choices';
import type { HitMaker } from './find-hits.server';

export function MakerChoice({ makers, form, ticked }: { makers: HitMaker[]; form: FormValues; ticked: string[] }) {
  const errors = form.errors('models');
  return (
    <div className="flex flex-col gap-4">
      {errors ? (
        <p role="alert" className="font-medium text-error">
          {errors.join(' ')}
        </p>
      ) : null}
      {makers.map((maker) => (
        <fieldset key={maker.id} className="rounded-box border border-base-300 p-3">
          <legend className="px-1 font-semibold">{maker.name}</legend>
          <ul className="flex flex-col gap-2">
            {maker.models.map((model) => (
              <li key={model.id}>
                <label className="flex min-h-6 items-start gap-2">
                  <input
                    type="checkbox"
                    name="models"
                    value={model.id}
                    defaultChecked={ticked.includes(model.id)}
                    className="checkbox checkbox-sm mt-0.5"
                  />
                  <span className="min-w-0 wrap-anywhere">
                    {model.name}
                    <span className="quiet block text-[0.93em]">
                      {model.units} {model.units === 1 ? 'unit' : 'units'} here · {model.cves.join(', ')} · from{' '}
                      {model.because.join(', ')}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

export const LetterFields = ({ form }: { form: FormValues }) => (
  <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-3">
    <Select
      name="severity"
      label="Severity"
      choices={SEVERITY_IDS.map((id) => ({ value: id, label: SEVERITY_WORDS[id] }))}
      value={form.value('severity') || 'not_rated'}
      errors={form.errors('severity')}
    />
    <TextField
      name="reply_by"
      type="date"
      label="Answer wanted by"
      help="Empty: by the clocks of each supplier."
      value={form.value('reply_by')}
      errors={form.errors('reply_by')}
    />
    <ThemeField value={form.value} errors={form.errors} />
  </div>
);

/** All models of these makers. */
export const modelIdsOf = (makers: readonly HitMaker[]): string[] =>
  makers.flatMap(({ models }) => models.map(({ id }) => id));
