/** The fields of a new exception, and the page on which what they say is signed. */
import { Checkboxes, Select, TextArea, TextField } from '../../ui/field';
import { Panel } from '../../ui/page';
import { DateText } from '../../ui/time';
import type { FormValues } from '../form-values';
import { ProofFields } from '../people/proof-fields';
import { placesInWords } from './delegation-words';
import { EXCEPTION_CHOICES, MOST_EXCEPTION_MONTHS } from './exception-form';
import type { ToSign } from './sign-exception.server';

export const ExceptionFields = (props: { people: { value: string; label: string }[]; form: FormValues }) => (
  <div className="panel flex flex-col gap-4 p-4">
    <Select
      name="person"
      label="Who signs in more than one place?"
      choices={props.people}
      blank="Choose …"
      required
      value={props.form.value('person')}
      errors={props.form.errors('person')}
    />
    <Checkboxes
      name="slots"
      label="Places"
      help="At least two. Everything else of the route stays as it is."
      choices={EXCEPTION_CHOICES}
      values={props.form.values('slots')}
      errors={props.form.errors('slots')}
    />
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextField
        name="startsOn"
        type="date"
        label="First day"
        required
        value={props.form.value('startsOn')}
        errors={props.form.errors('startsOn')}
      />
      <TextField
        name="endsOn"
        type="date"
        label="Last day"
        help={`At most ${MOST_EXCEPTION_MONTHS} months.`}
        required
        value={props.form.value('endsOn')}
        errors={props.form.errors('endsOn')}
      />
    </div>
    <TextArea
      name="reason"
      label="Why, and what watches over it instead?"
      rows={3}
      required
      value={props.form.value('reason')}
      errors={props.form.errors('reason')}
    />
  </div>
);

/** Exactly what is signed, the fields that carry it, and the proof. */
export const ExceptionToSign = ({ toSign, form }: { toSign: ToSign; form: FormValues }) => (
  <Panel title="What you sign">
    <p>
      I approve that <strong>{toSign.terms.person_name}</strong> may sign the same change as{' '}
      <strong>{placesInWords(toSign.terms.slots)}</strong>, from <DateText value={toSign.terms.starts_on} /> until{' '}
      <DateText value={toSign.terms.ends_on} />, because:
    </p>
    <blockquote className="my-2 border-l-2 border-base-300 pl-3 break-words whitespace-pre-line">
      {toSign.terms.reason}
    </blockquote>
    <p className="quiet mb-3">
      Every signature that needs this says so. Your name, role, the time and SHA-256{' '}
      <code className="font-mono break-all">{toSign.sha256.slice(0, 16)}…</code> stand with it.
    </p>
    <input type="hidden" name="terms" value={toSign.sha256} />
    {['person', 'slots', 'startsOn', 'endsOn', 'reason'].flatMap((name) =>
      form.values(name).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
    )}
    <div className="max-w-md">
      <ProofFields
        ways={toSign.ways}
        errors={{
          proof_password: form.errors('proof_password') ?? [],
          proof_code: form.errors('proof_code') ?? [],
          proof_passkey: form.errors('proof_passkey') ?? [],
        }}
      />
    </div>
  </Panel>
);
