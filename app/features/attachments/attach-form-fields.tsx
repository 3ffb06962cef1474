/** The form with which files are attached to a change. Plain: the browser streams them, with and without JavaScript. */
import { Select, TextArea } from '../../ui/field';
import { FormErrors, Submit } from '../../ui/form';
import {
  ACCEPT_ATTRIBUTE,
  ACCEPTED_WORDS,
  LARGEST_FILE,
  LARGEST_REPLY,
  MEGABYTE,
  MOST_FILES,
} from '../files/upload-limits';
import type { FormValues } from '../form-values';
import { PURPOSE_LABELS, PURPOSES } from './purposes';

export function AttachFormFields({ form, csrf, action }: { form: FormValues; csrf: string; action: string }) {
  const errors = form.errors('files');
  return (
    <form method="post" action={action} encType="multipart/form-data" className="flex max-w-3xl flex-col gap-3">
      {/* Before the files: what does not carry the token is not read any further. */}
      <input type="hidden" name="csrf" value={csrf} />
      <FormErrors errors={form.summary} />
      <Select
        name="purpose"
        label="What are they for?"
        required
        blank="Choose"
        value={form.value('purpose')}
        errors={form.errors('purpose')}
        choices={PURPOSES.map((value) => ({ value, label: PURPOSE_LABELS[value] }))}
      />
      <TextArea
        name="note"
        label="Note"
        rows={2}
        help="What they show, on which unit, with which version."
        value={form.value('note')}
        errors={form.errors('note')}
      />
      <div className="flex flex-col gap-1">
        <label htmlFor="files" className="font-medium">
          Files <span className="quiet font-normal">(required)</span>
        </label>
        <p id="files-help" className="quiet">
          {ACCEPTED_WORDS}. At most {LARGEST_FILE / MEGABYTE} MB each, {MOST_FILES} files and {LARGEST_REPLY / MEGABYTE}{' '}
          MB together.
          {form.summary ? ' Please choose the files again: a browser does not keep them.' : ''}
        </p>
        <input
          id="files"
          type="file"
          name="files"
          multiple
          accept={ACCEPT_ATTRIBUTE}
          aria-invalid={errors ? true : undefined}
          aria-describedby={`files-help${errors ? ' files-error' : ''}`}
          className="file-input w-full"
        />
        <FormErrors id="files-error" errors={errors} />
      </div>
      <div>
        <Submit>Attach</Submit>
      </div>
    </form>
  );
}
