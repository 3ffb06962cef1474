/** The form with which residual risk is accepted: what is accepted is shown first, then what is said, then the proof. */
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { formValues } from '../form-values';
import { ProofFields } from '../people/proof-fields';
import type { RefusedForm } from '../save-form.server';
import { AXIS_LABELS } from './axes';
import { RatingBadge } from './band-badge';
import type { AcceptancePage } from './get-acceptance-form.server';

export const RatingsAccepted = ({ ratings }: Pick<AcceptancePage, 'ratings'>) => (
  <Panel title="What is left after the change">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Axis</th>
          <th scope="col">After the change</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map(({ axis, rating }) => (
          <tr key={axis}>
            <th scope="row">{AXIS_LABELS[axis]}</th>
            <td data-label="After">
              <RatingBadge rating={rating} />
            </td>
            <td data-label="Because">{rating ? <LongText text={rating.because} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Panel>
);

export function AcceptanceFields({ page, refused }: { page: AcceptancePage; refused: RefusedForm | null }) {
  const form = formValues(refused, { what: page.renews?.what, because: page.renews?.because });
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <PostForm className="flex max-w-3xl flex-col gap-4">
      <FormErrors errors={form.summary} />
      <input type="hidden" name="seen" value={page.seen} />
      <input type="hidden" name="renews" value={page.renews?.id ?? ''} />
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">What is accepted</legend>
        <TextArea {...field('what')} label="Which risk is accepted" rows={2} required />
        <TextArea {...field('because')} label="Why it is acceptable for now" rows={3} required />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField {...field('review_on')} label="Looked at again on" type="date" required />
          <TextField
            {...field('expires_on')}
            label="Accepted until"
            help="Past this day it is overdue, and still in force until somebody ends or renews it."
            type="date"
            required
          />
        </div>
      </fieldset>
      <fieldset className="panel flex flex-col gap-3 p-4">
        <legend className="px-1 font-semibold">Signature</legend>
        <p>
          Meaning: <strong>accept residual risk</strong>. Your name, role, the time and the ratings above are signed
          with it.
        </p>
        <ProofFields ways={page.ways} errors={refused?.errors} />
      </fieldset>
      <div>
        <Submit>Sign and accept</Submit>
      </div>
    </PostForm>
  );
}
