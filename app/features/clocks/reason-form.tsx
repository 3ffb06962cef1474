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
  refused: ReasonRefusal | null;
}

export function ReasonForm({ act, what, summary, submit, refused }: Props) {
  const mine = refused?.act === act && refused.what === what ? refused : null;
  return (
    <details open={mine !== null || undefined}>
      <summary className="btn btn-outline btn-sm">{summary}</summary>
      <PostForm className="mt-2 flex max-w-sm flex-col gap-2">
        <FormErrors errors={mine?.errors['']} />
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="what" value={what} />
        <TextField name="reason" label="Why?" value={mine?.kept.reason?.[0]} errors={mine?.errors.reason} required />
        <div>
          <Submit small>{submit}</Submit>
        </div>
      </PostForm>
    </details>
  );
}
