/** Setting another text: what it says, and why. */
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import { formValues } from '../form-values';
import type { RefusedForm } from '../save-form.server';
import type { AccountabilityView } from './get-accountability.server';

export function TextForm({ of, refused }: { of: AccountabilityView; refused: RefusedForm | undefined }) {
  const form = formValues(refused, { text: of.current.text });
  return (
    <Panel title="Set another text">
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="mt-1 flex max-w-3xl flex-col gap-3" key={of.current.number}>
        <FormErrors errors={form.summary} />
        <Notice kind="info">
          <p>A new text asks everybody again: until they accept it, they sign nothing. They can still sign in.</p>
        </Notice>
        <input type="hidden" name="version" value={form.version(of.current.number)} />
        <TextArea
          name="text"
          label="What signers accept"
          help="An empty line begins a paragraph. Say that a signature is meant to bind like one by hand."
          rows={14}
          required
          value={form.value('text')}
          errors={form.errors('text')}
        />
        <TextField
          name="note"
          label="Why is it changed?"
          required
          value={form.value('note')}
          errors={form.errors('note')}
        />
        <div>
          <Submit>Set this text</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}
