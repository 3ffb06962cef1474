import { Radios, Select, TextArea, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { neededProofs } from './needed-proofs';
import { RESULTS } from './proof-form';
import type { ProofsPage } from './proofs-page.server';

/** The fields in which somebody records a proof. */
export function ProofFormFields({ form, page }: { form: FormValues; page: Pick<ProofsPage, 'controls' | 'changes'> }) {
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  const choices = page.controls.flatMap(({ measure, label }) =>
    neededProofs(measure).map(({ at, text }) => ({ value: `${measure}/${at}`, label: `${label}: ${text}` })),
  );
  return (
    <>
      <Select {...field('what')} label="What was shown?" blank="Choose" choices={choices} required />
      <Radios {...field('result')} label="What came out?" inline choices={RESULTS} required />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField {...field('taken_on')} label="Taken on" type="date" required />
        <TextField
          {...field('stale_on')}
          label="Stale on"
          type="date"
          help="Left empty, the longest that such a proof is taken at its word."
        />
      </div>
      <TextField {...field('document')} label="Where it can be looked up" help="Export, scan, log, ticket." required />
      {page.changes.length > 0 ? (
        <Select
          {...field('change')}
          label="For a change"
          blank="None in particular"
          choices={page.changes.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))}
        />
      ) : null}
      <TextArea {...field('note')} label="Note" rows={2} />
    </>
  );
}
