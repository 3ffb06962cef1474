/** The fields of one hazard. */
import { Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { CHANCE_LABELS, CHANCE_WORDS, SEVERITY_LABELS, SEVERITY_WORDS } from './clinical-matrix';
import { HAZARD_STATUS_LABELS, HAZARD_STATUSES } from './hazard-form';
import { levelChoices } from './level-field';

const Levels = ({ moment, form }: { moment: 'before' | 'after'; form: FormValues }) => {
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select
        {...field(`${moment}_consequence`)}
        label={`Severity ${moment}`}
        blank="Not judged"
        choices={levelChoices(SEVERITY_LABELS, SEVERITY_WORDS)}
      />
      <Select
        {...field(`${moment}_likelihood`)}
        label={`Likelihood ${moment}`}
        blank="Not judged"
        choices={levelChoices(CHANCE_LABELS, CHANCE_WORDS)}
      />
    </div>
  );
};

export function HazardFields({ form }: { form: FormValues }) {
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">The hazard</legend>
        <TextField {...field('title')} label="Hazard" help="What could harm a patient, in one line." required />
        <TextArea {...field('cause')} label="Cause" rows={2} />
        <TextArea {...field('effect')} label="Effect on patients" rows={2} />
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Before the change</legend>
        <TextArea {...field('existing_controls')} label="Controls in place" rows={2} />
        <Levels moment="before" form={form} />
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">After the change</legend>
        <TextArea {...field('further_controls')} label="Further controls" rows={2} />
        <Levels moment="after" form={form} />
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">State</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            {...field('status')}
            label="Status"
            help="Accepting and closing is for the clinical safety officer."
            choices={HAZARD_STATUSES.map((status) => ({ value: status, label: HAZARD_STATUS_LABELS[status] }))}
          />
          <TextField {...field('owner_name')} label="Owner" help="Who sees to the controls." />
        </div>
      </fieldset>
    </>
  );
}
