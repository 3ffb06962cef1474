/** Wording one kind of letter: its texts, the fields they may name, what comes out, and every earlier version. */
import { Link } from '@remix-run/react';
import { TextArea, TextField } from '../../../ui/field';
import { FormErrors, PostForm, Submit } from '../../../ui/form';
import { Notice, Panel } from '../../../ui/page';
import { timeInWords } from '../../../ui/time';
import { ConflictPanel } from '../../conflict-panel';
import type { FormValues } from '../../form-values';
import type { Conflict } from '../../save-result';
import type { LetterModels } from '../letter-extras';
import { LetterPreview } from '../letter-preview';
import { FIELDS, type FieldName, fieldsOf, TEXT_WORDS, textsOf } from './fields';
import type { TemplatePreview } from './preview-template.server';
import type { TemplateView } from './template-page.server';

const PREVIEWS = [
  { value: 'ordinary', label: 'Preview on an ordinary letter' },
  { value: 'longest', label: 'Preview on the longest letter' },
] as const;

function FieldsPanel({ view }: { view: TemplateView }) {
  const names = [...new Set(textsOf(view.kind).flatMap((text) => fieldsOf(view.kind, text)))];
  return (
    <Panel title="Fields">
      <p className="quiet mb-2">Two braces around a name put it in. There is nothing else a template can do.</p>
      <dl className="flex flex-col gap-1.5">
        {names.map((name: FieldName) => (
          <div key={name}>
            <dt className="font-mono break-all">{`{{${name}}}`}</dt>
            <dd className="quiet">
              {FIELDS[name]}
              {name === 'reply_link' ? '; only in the text of the e-mail' : ''}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function VersionsPanel({ view }: { view: TemplateView }) {
  return (
    <Panel title="Versions">
      <ol className="flex flex-col">
        {view.versions.map(({ number, note, createdAt, createdByName }) => (
          <li key={number} className="border-t border-base-300 py-2 first:border-0">
            <Link to={`/settings/letters/${view.kind}?version=${number}#earlier`}>Version {number}</Link>
            {number === view.number ? <strong> in force</strong> : null}
            <span className="quiet block">{note}</span>
            {createdAt ? (
              <span className="quiet block text-[0.93em]">
                {timeInWords(createdAt)}, {createdByName}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Earlier({ view }: { view: TemplateView }) {
  const { earlier } = view;
  if (!earlier) return null;
  return (
    <Panel id="earlier" title={`Version ${earlier.number}`}>
      <dl className="flex flex-col gap-3">
        {textsOf(view.kind).map((name) => (
          <div key={name}>
            <dt className="font-medium">{TEXT_WORDS[name].label}</dt>
            <dd className="wrap-anywhere whitespace-pre-wrap">{earlier.texts[name]}</dd>
          </div>
        ))}
      </dl>
      {earlier.number === view.number ? null : (
        <PostForm className="mt-3">
          <input type="hidden" name="intent" value="restore" />
          <input type="hidden" name="number" value={earlier.number} />
          <Submit small look="plain">
            Bring it back as a new version
          </Submit>
        </PostForm>
      )}
    </Panel>
  );
}

function PreviewPanel({ view, preview }: { view: TemplateView; preview: TemplatePreview }) {
  return (
    <section id="preview" aria-label="Preview" className="flex min-w-0 flex-col gap-4">
      <Notice kind="info" title="Preview on sample data: nothing is saved" live>
        Device, supplier and questions are made up.
      </Notice>
      <LetterPreview kind={view.kind} model={preview.model as LetterModels[typeof view.kind]} />
      <Panel title="E-mail">
        <p className="font-semibold wrap-anywhere">{preview.mail.subject}</p>
        <p className="mt-2 wrap-anywhere whitespace-pre-wrap">{preview.mail.body}</p>
      </Panel>
    </section>
  );
}

interface Props {
  view: TemplateView;
  form: FormValues;
  conflict: Conflict | null | undefined;
  preview: TemplatePreview | null;
}

export function TemplatePage({ view, form, conflict, preview }: Props) {
  return (
    <>
      <ConflictPanel conflict={conflict} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {/* Sent as a document, so that a PDF opens in a page of its own. */}
          <PostForm reloadDocument className="panel flex flex-col gap-3 p-4">
            <FormErrors errors={form.summary} />
            <input type="hidden" name="version" value={form.version(view.number)} />
            {textsOf(view.kind).map((name) => {
              const { label, hint, rows } = TEXT_WORDS[name];
              const shared = { name, label, help: hint, value: form.value(name), errors: form.errors(name) };
              return rows === 1 ? (
                <TextField key={name} {...shared} required />
              ) : (
                <TextArea key={name} {...shared} rows={rows} required />
              );
            })}
            <TextField
              name="note"
              label="What is new"
              help="Wanted for saving, not for a preview."
              value={form.value('note')}
              errors={form.errors('note')}
            />
            <div className="flex flex-wrap gap-2">
              <Submit name="intent" value="save">
                {conflict ? 'Save mine as the next version' : 'Save a new version'}
              </Submit>
              {PREVIEWS.map(({ value, label }) => (
                <Submit key={value} name="intent" value={`preview-${value}`} look="plain">
                  {label}
                </Submit>
              ))}
              {PREVIEWS.map(({ value }) => (
                <button
                  key={value}
                  type="submit"
                  className="btn btn-ghost"
                  formAction={`/settings/letters/${view.kind}/preview.pdf?sample=${value}`}
                  formTarget="_blank"
                >
                  {value === 'ordinary' ? 'Ordinary, as PDF' : 'Longest, as PDF'}
                </button>
              ))}
            </div>
          </PostForm>
          {preview ? <PreviewPanel view={view} preview={preview} /> : null}
          <Earlier view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <FieldsPanel view={view} />
          <VersionsPanel view={view} />
        </div>
      </div>
    </>
  );
}
