/** What a person may say to an import in its present state. One primary act. */
import { Link } from '@remix-run/react';
import { Checkboxes, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import type { FormValues } from '../form-values';
import type { ImportPage } from './import-view';
import { isMoving, mayCancel } from './import-words';

const Act = ({ act, label, look }: { act: string; label: string; look?: 'plain' | 'danger' | 'primary' }) => (
  <PostForm>
    <input type="hidden" name="act" value={act} />
    <Submit look={look ?? 'plain'} small>
      {label}
    </Submit>
  </PostForm>
);

/** Adding makers and models, and taking retired units back, is for a person to allow; the rows are then held again. */
function Allowances({ page }: { page: ImportPage }) {
  if (page.purpose !== 'inventory') return null;
  return (
    <Panel title="What may be added">
      <PostForm className="flex flex-col items-start gap-2">
        <input type="hidden" name="act" value="allow" />
        <Checkboxes
          name="mayCreate"
          label="Makers and models"
          values={page.options.mayCreate ? ['yes'] : []}
          choices={[
            { value: 'yes', label: 'The ones that the register does not have may be added, retired ones taken back' },
          ]}
        />
        <Checkboxes
          name="mayRestore"
          label="Retired units"
          values={page.options.mayRestore ? ['yes'] : []}
          choices={[{ value: 'yes', label: 'Units of this file that are retired may be taken back into use' }]}
        />
        <Submit look="plain" small>
          Hold against the register again
        </Submit>
      </PostForm>
    </Panel>
  );
}

function Apply({ page, form }: { page: ImportPage; form: FormValues }) {
  const { new: fresh = 0, changed = 0, gone = 0, refused = 0 } = page.counts;
  const taken = (fresh + changed).toLocaleString('en-GB');
  return (
    <Panel title="Apply">
      <PostForm className="flex flex-col items-start gap-3">
        <input type="hidden" name="act" value="apply" />
        <p>
          {fresh + changed === 0 ? 'Nothing in this file is new. ' : `${taken} rows are written. `}
          {refused > 0
            ? `${refused.toLocaleString('en-GB')} refused rows are left out; mend them and bring them again. `
            : ''}
          It can be undone.
        </p>
        {page.warnings.length > 0 ? (
          <Notice kind="warning" title="Odd about this file">
            <ul className="list-inside list-disc">
              {page.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
            <Checkboxes
              name="confirmed"
              label=""
              errors={form.errors('confirmed')}
              choices={[{ value: 'yes', label: 'Apply it all the same' }]}
            />
          </Notice>
        ) : null}
        {page.purpose === 'components' && gone > 0 ? (
          <Checkboxes
            name="retireGone"
            label={`${gone.toLocaleString('en-GB')} components of the model are not in this list`}
            choices={[{ value: 'yes', label: 'Take them off the list of the model' }]}
          />
        ) : null}
        {page.purpose === 'feed' && gone > 0 ? (
          <p>{gone.toLocaleString('en-GB')} entries are not in this edition any more and are taken out.</p>
        ) : null}
        <Submit>Apply</Submit>
      </PostForm>
    </Panel>
  );
}

const Undo = ({ form }: { form: FormValues }) => (
  <details className="panel no-print p-4" open={form.summary !== null || undefined}>
    <summary className="btn btn-sm w-fit">Undo this import</summary>
    <PostForm className="mt-3 flex max-w-3xl flex-col gap-3">
      <input type="hidden" name="act" value="undo" />
      <p>
        Everything this import wrote is put back as it was. What somebody has edited since is left alone and listed.
      </p>
      <TextArea
        name="reason"
        label="Why?"
        rows={2}
        required
        value={form.value('reason')}
        errors={form.errors('reason')}
      />
      <div>
        <Submit look="danger">Put everything back</Submit>
      </div>
    </PostForm>
  </details>
);

/** The panels below the summary; nothing for somebody who may only look. */
export function ImportActions({ page, form }: { page: ImportPage; form: FormValues }) {
  if (!page.mayAct) return null;
  const stopped = page.status === 'failed';
  return (
    <>
      <FormErrors errors={form.summary} />
      {page.status === 'mapping' ? (
        <p>
          <Link className="btn btn-primary" to={`/imports/${page.id}/mapping`}>
            Say what the columns mean
          </Link>
        </p>
      ) : null}
      {page.status === 'ready' ? <Apply page={page} form={form} /> : null}
      {page.status === 'ready' || page.status === 'undone' ? <Allowances page={page} /> : null}
      <div className="no-print flex flex-wrap gap-2">
        {page.kind === 'table' && (page.status === 'ready' || page.status === 'undone') ? (
          <Link className="btn btn-outline btn-sm" to={`/imports/${page.id}/mapping`}>
            Change what the columns mean
          </Link>
        ) : null}
        {page.status === 'undone' && page.purpose !== 'inventory' ? (
          <Act act="allow" label="Hold against the register again" />
        ) : null}
        {stopped ? <Act act="go-on" label="Let it go on" look="primary" /> : null}
        {mayCancel(page.status) && !page.cancelAsked ? <Act act="cancel" label="Cancel this import" /> : null}
        {isMoving(page.status) && !mayCancel(page.status) ? (
          <span className="quiet">It goes on by itself, also after a restart; undo it when it is done.</span>
        ) : null}
      </div>
      {page.status === 'applied' ? <Undo form={form} /> : null}
    </>
  );
}
