/** The checklist as a form: the questions in their groups, each with its source; nothing is decided here. */
import { ConfidenceBadge } from '../../ui/badge';
import { Checkboxes, Radios, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice } from '../../ui/page';
import { formValues } from '../form-values';
import type { RefusedForm } from '../save-form.server';
import type { TriagePage } from './get-triage-form.server';
import { REGIME_LABELS, REGIMES, TRIAGE_GROUPS, TRIAGE_VALUE_LABELS, TRIAGE_VALUES } from './triage-answers';
import type { TriageQuestion } from './triage-questions.server';

const CHOICES = TRIAGE_VALUES.map((value) => ({
  value,
  label: TRIAGE_VALUE_LABELS[value].charAt(0).toUpperCase() + TRIAGE_VALUE_LABELS[value].slice(1),
}));

const Source = ({ question }: { question: TriageQuestion }) => (
  <>
    {question.cited.map(({ citation, confidence }, index) => (
      <span key={citation}>
        {index > 0 ? ' · ' : ''}
        {citation} <ConfidenceBadge mark={confidence} />
      </span>
    ))}
  </>
);

export function TriageFields({ page, refused }: { page: TriagePage; refused: RefusedForm | null }) {
  const form = formValues(refused, { aware_on: page.today, regimes: page.regimes });
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <PostForm className="flex max-w-3xl flex-col gap-4">
      <FormErrors errors={form.summary} />
      {TRIAGE_GROUPS.map(({ title, keys }) => (
        <fieldset key={title} className="panel flex flex-col gap-4 p-4">
          <legend className="px-1 font-semibold">{title}</legend>
          {page.questions
            .filter(({ key }) => keys.some((one) => one === key))
            .map((question) => (
              <Radios
                key={question.key}
                {...field(question.key)}
                label={question.asks}
                help={<Source question={question} />}
                choices={CHOICES}
                inline
              />
            ))}
        </fieldset>
      ))}
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Days and places</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            {...field('aware_on')}
            label="Somebody here became aware on"
            help="The clocks run from this day. For a clock of the maker, its own day counts."
            type="date"
            required
          />
          <TextField
            {...field('action_on')}
            label="The corrective action began on"
            help="Leave it empty while it has not begun, or nobody knows."
            type="date"
          />
        </div>
        <Checkboxes
          name="regimes"
          label="Where the device is supplied or used"
          choices={REGIMES.map((regime) => ({ value: regime, label: REGIME_LABELS[regime] }))}
          values={form.values('regimes')}
          errors={form.errors('regimes')}
        />
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Who decides</legend>
        {page.deciders.length === 0 ? (
          <Notice kind="warning" title="Nobody here has the role of regulatory affairs">
            An administrator gives it to a person; until then nobody can be named.
          </Notice>
        ) : null}
        <Select
          {...field('decider')}
          label="This person decides"
          help="Somebody of regulatory affairs. The checklist itself decides nothing."
          blank="Choose a person"
          choices={page.deciders.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <TextArea {...field('note')} label="What happened, in short" rows={3} />
      </fieldset>
      <div>
        <Submit>Record, and open the clocks</Submit>
      </div>
    </PostForm>
  );
}
