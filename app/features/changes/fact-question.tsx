/** One fact as a question: the answer first, "not known" always possible, then why and where it comes from. */
import { TextField } from '../../ui/field';
import { timeInWords } from '../../ui/time';
import { sourceInWords } from '../provenance/source';
import type { Conflict } from './act-on-change';
import { factField, NONE_OF_THESE, partField, postedValues } from './fact-field-names';
import type { FactQuestion } from './facts-step.server';
import type { FieldErrors, Kept } from './posted';

const WHO = {
  manufacturer: 'usually only the maker knows',
  hospital: 'usually known in the hospital',
  regulator: 'usually for the regulator to say',
};

export interface FormState {
  kept: Kept | null;
  errors: FieldErrors;
  conflicts: readonly Conflict[];
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const NOT_KNOWN = { value: 'unknown', label: 'Not known' };

interface Answering {
  fact: FactQuestion;
  state: FormState;
  /** True: nothing is chosen unless somebody said it, so that an untouched question states nothing. */
  blank?: boolean;
}

function Answers({ fact, state, blank }: Answering) {
  const name = factField(fact.key);
  const present = fact.stated ? postedValues(fact.stated.value) : blank ? [] : ['unknown'];
  const chosen = state.kept ? (state.kept[name] ?? []) : present;
  if (fact.type === 'number' || fact.type === 'date') {
    const value = chosen[0] === 'unknown' ? '' : chosen[0];
    return <TextField name={name} type={fact.type} label="Answer" help="Empty: not known." value={value} />;
  }
  const several = fact.type === 'set';
  const choices = fact.type === 'boolean' ? YES_NO : fact.choices;
  const all = several
    ? [...choices, { value: NONE_OF_THESE, label: 'None of these' }, NOT_KNOWN]
    : [...choices, NOT_KNOWN];
  // A set has no default: ticking a member would contradict a "not known" ticked before.
  const ticked = several && !fact.stated && !state.kept ? [] : chosen;
  return (
    <div className={fact.type === 'boolean' ? 'flex flex-wrap gap-x-5 gap-y-1' : 'grid gap-x-5 gap-y-1 sm:grid-cols-2'}>
      {all.map((choice) => (
        <label key={choice.value} className="flex min-h-6 items-start gap-2">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={choice.value}
            defaultChecked={ticked.includes(choice.value)}
            className={several ? 'checkbox checkbox-sm mt-0.5' : 'radio radio-sm mt-0.5'}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

function Source({ fact, state }: { fact: FactQuestion; state: FormState }) {
  const { key, stated } = fact;
  const value = (part: 'because' | 'said_by' | 'document' | 'page' | 'date', saved: string | undefined) =>
    state.kept ? state.kept[partField(part, key)]?.[0] : saved;
  return (
    <details open={Boolean(state.kept && value('because', '')) || undefined}>
      <summary className="min-h-6 w-fit cursor-pointer text-primary">
        {stated ? 'Reason and source' : 'Add a reason and source'}
      </summary>
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        <TextField name={partField('because', key)} label="Because" value={value('because', stated?.because)} />
        <TextField
          name={partField('said_by', key)}
          label="Who said so"
          value={value('said_by', stated?.source.saidBy)}
        />
        <TextField
          name={partField('document', key)}
          label="In which document"
          value={value('document', stated?.source.document)}
        />
        <div className="grid grid-cols-2 gap-2">
          <TextField name={partField('page', key)} label="Page" value={value('page', stated?.source.page)} />
          <TextField
            name={partField('date', key)}
            label="Dated"
            type="date"
            value={value('date', stated?.source.date)}
          />
        </div>
      </div>
    </details>
  );
}

export function FactFields({ fact, state, blank }: Answering) {
  const conflict = state.conflicts.find(({ key }) => key === fact.key);
  const errors = state.errors[factField(fact.key)];
  const { stated } = fact;
  return (
    <fieldset className="flex flex-col gap-2 border-t border-base-300 py-3 first:border-0">
      <legend className="sr-only">{fact.question}</legend>
      <p className="font-medium" aria-hidden="true">
        {fact.question}
      </p>
      <p className="quiet max-w-4xl text-[0.93em]">
        {fact.help}
        <span className="block">
          {[
            WHO[fact.who],
            fact.foundIn && `look in: ${fact.foundIn}`,
            fact.decides.length > 0 && `decides ${fact.decides.join(', ')}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {conflict ? (
        <p role="alert" className="tint-warning rounded-box p-2">
          {conflict.by} said “{conflict.theirs}” on {timeInWords(conflict.at)}; you chose “{conflict.yours}”. Save again
          to let yours stand; both stay in the record.
        </p>
      ) : null}
      <input
        type="hidden"
        name={partField('seen', fact.key)}
        value={conflict?.statementId ?? stated?.statementId ?? ''}
      />
      <Answers fact={fact} state={state} blank={blank} />
      {errors ? <p className="font-medium text-error">{errors.join(' ')}</p> : null}
      {stated ? (
        <p className="quiet text-[0.93em]">
          Said: {stated.valueInWords} · {sourceInWords(stated.source) ?? 'no source recorded'} · {stated.recordedByName}
          , {timeInWords(stated.recordedAt)}
        </p>
      ) : null}
      <Source fact={fact} state={state} />
    </fieldset>
  );
}
