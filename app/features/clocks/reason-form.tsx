/** A small form that opens: one act, with the reason that stands in the record. Works without JavaScript. */
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';

export interface ReasonRefusal {
  act: string;
  what: string;
  errors: Record<string, string[]>;
  kept: Record<string, string[]>;
}

interface Props {
  act: string;
  /** Which clock or step; empty for the letter as a whole. */
  what: string;
  summary: string;
  submit: string;
  /** What is asked for the reason. */
  label?: string;
  /** A day is asked for besides. */
  day?: string;
  refused: ReasonRefusal | null;
}

export function ReasonForm({ act, what, summary, submit, label = 'Why?', day, refused }: Props) {
  const mine = refused?.act === act && refused.what === what ? refused : null;
  return (
    <details open={mine !== null || undefined}>
      <summary className="btn btn-outline btn-sm">{summary}</summary>
      <PostForm className="mt-2 flex max-w-sm flex-col gap-2">
        <FormErrors errors={mine?.errors['']} />
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="what" value={what} />
        {day ? (
          <TextField name="on" type="date" label={day} value={mine?.kept.on?.[0]} errors={mine?.errors.on} required />
        ) : null}
        <TextField name="reason" label={label} value={mine?.kept.reason?.[0]} errors={mine?.errors.reason} required />
        <div>
          <Submit small>{submit}</Submit>
        </div>
      </PostForm>
    </details>
  );
}
