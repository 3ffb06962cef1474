/** One file of a change: what it is, a warning where it may act by itself, and taking it along or back. */
import { TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import { FileFacts } from '../files/file-facts';
import type { FormValues } from '../form-values';
import type { FilePage } from './get-file.server';
import { PURPOSE_LABELS } from './purposes';

export function FilePanel({ file }: Pick<FilePage, 'file'>) {
  const active = file.verdict === 'active_content';
  return (
    <>
      {active ? (
        <Notice kind="warning" title="It may do something by itself when it is opened">
          Open it only with a program that does not run such content, on a machine that is not part of the clinical
          network.
        </Notice>
      ) : null}
      {file.removed ? (
        <Notice kind="info" title={`${file.removed.byName} took this file back, ${timeInWords(file.removed.at)}`}>
          {file.removed.reason}
        </Notice>
      ) : null}
      <Panel title="The file">
        <FileFacts file={file} digest />
        <p className="mt-1">
          {PURPOSE_LABELS[file.purpose]}. Attached by {file.uploadedByName}, {timeInWords(file.uploadedAt)}.
        </p>
        {file.note ? <p className="mt-1 whitespace-pre-line">{file.note}</p> : null}
        {file.disposedAt ? (
          <p className="mt-3">Its bytes were disposed of, {timeInWords(file.disposedAt)}. This entry stays.</p>
        ) : (
          <PostForm action={`/files/attachments/${file.id}`} reloadDocument className="mt-3">
            <Submit look={active ? 'danger' : 'plain'}>{active ? 'Download all the same' : 'Download'}</Submit>
          </PostForm>
        )}
      </Panel>
    </>
  );
}

export const TakeBackPanel = ({ form, voids }: { form: FormValues; voids: boolean }) => (
  <Panel title="Take it back">
    <PostForm className="flex max-w-3xl flex-col gap-3">
      <p className="quiet">
        It then counts no more. Its name, its digest and who attached it stay in the record.
        {voids ? ' It is part of what was signed: taking it back voids those signatures.' : ''}
      </p>
      <FormErrors errors={form.summary} />
      <TextArea
        name="reason"
        label="Reason"
        rows={2}
        required
        value={form.value('reason')}
        errors={form.errors('reason')}
      />
      <div>
        <Submit look="danger">Take it back</Submit>
      </div>
    </PostForm>
  </Panel>
);
