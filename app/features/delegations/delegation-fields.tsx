/** The fields of a new delegation. */
import { Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { MOST_MONTHS } from './delegation-form';
import type { DelegationChoices } from './get-delegation.server';

export const DelegationFields = ({ choices, form }: { choices: DelegationChoices; form: FormValues }) => (
  <div className="panel flex flex-col gap-4 p-4">
    {choices.forOthers ? (
      <Select
        name="principal"
        label="Whose signature?"
        help="Somebody who is absent and cannot say so. The delegation shows that an administrator made it."
        choices={choices.people}
        blank="Choose …"
        required
        value={form.value('principal')}
        errors={form.errors('principal')}
      />
    ) : null}
    <Select
      name="delegate"
      label="Who signs in the place?"
      help="The person signs with their own name and proof, and the signature says for whom. It cannot be passed on."
      choices={choices.people}
      blank="Choose …"
      required
      value={form.value('delegate')}
      errors={form.errors('delegate')}
    />
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextField
        name="startsOn"
        type="date"
        label="First day"
        required
        value={form.value('startsOn')}
        errors={form.errors('startsOn')}
      />
      <TextField
        name="endsOn"
        type="date"
        label="Last day"
        help={`At most ${MOST_MONTHS} months.`}
        required
        value={form.value('endsOn')}
        errors={form.errors('endsOn')}
      />
    </div>
    <TextArea
      name="reason"
      label="Why?"
      rows={2}
      required
      value={form.value('reason')}
      errors={form.errors('reason')}
    />
  </div>
);
