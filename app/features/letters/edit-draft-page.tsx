/** The editor of a draft: to whom, until when, in which words, with which questions. Works without a script. */
import { Link } from '@remix-run/react';
import { Checkboxes, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import type { FormValues } from '../form-values';
import type { Conflict } from '../save-result';
import { ThemeField } from './draft-letter-fields';
import type { DraftToEdit } from './draft-to-edit.server';
import type { DraftField, FieldGroup } from './drafting/draft-fields';
import { SEVERITY_IDS, SEVERITY_WORDS } from './letter-choices';

const GROUPS: { group: FieldGroup; title: string; help?: string }[] = [
  { group: 'address', title: 'To whom' },
  { group: 'dates', title: 'Until when' },
  {
    group: 'words',
    title: 'Our words',
    help: 'Square brackets alone, like [name], are a place that is printed as a marked blank.',
  },
  { group: 'details', title: 'Details and tables' },
];

const Field = ({ field, form }: { field: DraftField; form: FormValues }) => {
  const shared = {
    name: field.name,
    label: field.label,
    value: form.value(field.name),
    errors: form.errors(field.name),
    help: field.help,
  };
  if (field.date) return <TextField {...shared} type="date" />;
  if (field.rows > 1 || field.value.length > 60) return <TextArea {...shared} rows={Math.max(field.rows, 2)} />;
  return <TextField {...shared} />;
};

function Questions({ draft, form }: { draft: DraftToEdit; form: FormValues }) {
  const own = [...draft.own.map(({ key }) => key.replace(/^own:/, '')), 'new1', 'new2'];
  return (
    <fieldset className="panel flex flex-col gap-4 p-4">
      <legend className="sr-only">Questions</legend>
      <h2>Questions</h2>
      {draft.questions.map(({ key }) => (
        <input key={key} type="hidden" name="offered" value={key} />
      ))}
      <Checkboxes
        name="keep"
        label="Stay in the letter"
        help="They are numbered anew when you save; the printed letter and its form stay the same."
        choices={draft.questions.map(({ key, label, help }) => ({ value: key, label, ...(help ? { help } : {}) }))}
        values={form.values('keep')}
        errors={form.errors('keep')}
      />
      {draft.missing.length > 0 ? (
        <Checkboxes
          name="add"
          label="Take in"
          help="Questions that this letter could ask and does not: left out before, or open only now."
          choices={draft.missing.map(({ key, label }) => ({ value: key, label }))}
          values={form.values('add')}
        />
      ) : null}
      {own.map((key) => {
        const isNew = key.startsWith('new');
        return (
          <details key={key} open={!isNew || form.value(`own:${key}:text`) !== '' || undefined}>
            <summary className="cursor-pointer font-medium">
              {isNew ? 'Add a question of your own' : 'A question of your own'}
            </summary>
            <div className="mt-2 grid grid-cols-1 gap-3 sm:grid-cols-2">
              <TextArea
                name={`own:${key}:text`}
                label="Question"
                help={isNew ? undefined : 'Empty it to leave it out.'}
                rows={3}
                value={form.value(`own:${key}:text`)}
                errors={form.errors(`own:${key}:text`)}
              />
              <TextArea
                name={`own:${key}:choices`}
                label="Answers to choose from"
                help="One a line; a colon at its end leaves a line to write on."
                rows={3}
                value={form.value(`own:${key}:choices`)}
              />
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

/** What the fields show when nothing was refused: the saved draft, by field name. */
export const savedValues = (draft: DraftToEdit): Record<string, string | string[]> => ({
  ...Object.fromEntries(draft.fields.map(({ name, value }) => [name, value])),
  keep: draft.questions.map(({ key }) => key),
  theme: draft.theme,
  severity: draft.severity,
  recipient_email: draft.recipientEmail,
  ...(draft.whatChanged === null ? {} : { what_changed: draft.whatChanged }),
  ...Object.fromEntries(
    draft.own.flatMap(({ key, text, choices }) => [
      [`${key}:text`, text],
      [`${key}:choices`, choices],
    ]),
  ),
});

export function EditDraftPage(props: { draft: DraftToEdit; form: FormValues; conflict: Conflict | null | undefined }) {
  const { draft, form, conflict } = props;
  if (draft.refusal) {
    return (
      <Notice kind="warning" title="This letter cannot be edited">
        {draft.refusal} <Link to={`/letters/${draft.id}`}>Back to the letter</Link>
      </Notice>
    );
  }
  return (
    <>
      <ConflictPanel conflict={conflict} />
      <PostForm className="flex max-w-4xl flex-col gap-4">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(draft.revision)} />
        {draft.whatChanged === null ? null : (
          <div className="panel p-4">
            <TextArea
              name="what_changed"
              label="What changed against the version before"
              help="Printed above everything else."
              rows={3}
              value={form.value('what_changed')}
              errors={form.errors('what_changed')}
            />
          </div>
        )}
        {GROUPS.map(({ group, title, help }) => {
          const fields = draft.fields.filter((field) => field.group === group);
          if (fields.length === 0 && group !== 'address') return null;
          return (
            <fieldset
              key={group}
              className={`panel p-4 ${group === 'words' ? 'flex flex-col gap-3' : 'grid grid-cols-1 items-end gap-3 sm:grid-cols-2'}`}
            >
              <legend className="sr-only">{title}</legend>
              <div className="sm:col-span-2">
                <h2>{title}</h2>
                {help ? <p className="quiet">{help}</p> : null}
              </div>
              {fields.map((field) => (
                <Field key={field.name} field={field} form={form} />
              ))}
              {group === 'address' ? (
                <>
                  <TextField
                    name="recipient_email"
                    type="email"
                    label="E-mail"
                    help="Where it is sent; not printed."
                    value={form.value('recipient_email')}
                    errors={form.errors('recipient_email')}
                  />
                  <Select
                    name="severity"
                    label="Severity"
                    choices={SEVERITY_IDS.map((id) => ({ value: id, label: SEVERITY_WORDS[id] }))}
                    value={form.value('severity')}
                    errors={form.errors('severity')}
                  />
                  <ThemeField value={form.value} errors={form.errors} />
                </>
              ) : null}
            </fieldset>
          );
        })}
        {draft.questions.length + draft.own.length + draft.missing.length > 0 ? (
          <Questions draft={draft} form={form} />
        ) : null}
        <div className="flex gap-2">
          <Submit>{conflict ? 'Save mine over it' : 'Save'}</Submit>
          <Link to={`/letters/${draft.id}`} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </>
  );
}
