/** A new letter, step by step and without a script: which kind, to whom or after which letter, about what. */
import { Form, Link } from '@remix-run/react';
import { Checkboxes, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Empty, Notice, Panel } from '../../ui/page';
import type { FormValues } from '../form-values';
import { ThemeField, UrgencyFields } from './draft-letter-fields';
import { FOLLOW_KINDS, OWN_KINDS } from './letter-choices';
import { LETTER_KIND_WORDS, type LetterKind } from './letter-kinds';
import type { NewLetterChoices } from './new-letter-choices.server';

function Kinds({ kinds, search }: { kinds: readonly LetterKind[]; search: string }) {
  return (
    <ul className="grid grid-cols-1 gap-3 p-4 pt-2 md:grid-cols-2">
      {kinds.map((kind) => (
        <li key={kind} className="rounded-box border border-base-300 p-3">
          <Link to={`/letters/new?kind=${kind}${search}`} className="font-semibold underline underline-offset-2">
            {LETTER_KIND_WORDS[kind].label}
          </Link>
          <p className="quiet mt-1">{LETTER_KIND_WORDS[kind].when}</p>
        </li>
      ))}
    </ul>
  );
}

/** First step: every kind says in one sentence when it is right. `search` keeps what the address named already. */
export const KindStep = ({ search }: { search: string }) => (
  <>
    <Panel title="Ask or tell" flush>
      <Kinds kinds={OWN_KINDS} search={search} />
    </Panel>
    <Panel title="Follow a letter that was sent" flush>
      <Kinds kinds={FOLLOW_KINDS} search="" />
    </Panel>
    <p className="quiet">
      A question on two statements that contradict each other is drafted from the page of that contradiction.
    </p>
  </>
);

function Search({ kind, q, label }: { kind: string | null; q: string; label: string }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2">
      {kind ? <input type="hidden" name="kind" value={kind} /> : null}
      <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
        <span className="font-medium">{label}</span>
        <input type="search" name="q" defaultValue={q} className="input w-full" />
      </label>
      <button type="submit" className="btn">
        Search
      </button>
    </Form>
  );
}

/** Second step for a kind that follows: the letter it follows. */
export function FollowStep({ choices, form }: { choices: NewLetterChoices; form: FormValues }) {
  const rows = choices.followable ?? [];
  return (
    <Panel title="Which letter does it follow?">
      <div className="flex flex-col gap-4">
        <Search kind={choices.kind} q={choices.q} label="Reference, supplier or subject" />
        <FormErrors errors={form.summary} />
        {rows.length === 0 ? (
          <Empty title="No letter found that was sent">Letters appear here once they are issued.</Empty>
        ) : (
          <PostForm className="flex flex-col gap-3">
            <input type="hidden" name="kind" value={choices.kind ?? ''} />
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1 font-medium">Letters, the latest first</legend>
              {rows.map((row) => (
                <label key={row.id} className="flex items-start gap-2 border-t border-base-300 py-2 first:border-0">
                  <input
                    type="radio"
                    name="follows"
                    value={row.id}
                    defaultChecked={form.value('follows') === row.id}
                    className="radio radio-sm mt-0.5"
                  />
                  <span className="min-w-0">
                    <span className="font-mono">{row.reference}</span> {row.supplierName}
                    <span className="quiet block text-[0.93em]">
                      {row.subject} · {row.status}
                    </span>
                  </span>
                </label>
              ))}
              {form.errors('follows') ? (
                <p className="font-medium text-error">{form.errors('follows')?.join(' ')}</p>
              ) : null}
            </fieldset>
            <div>
              <Submit>Draft the letter</Submit>
            </div>
          </PostForm>
        )}
      </div>
    </Panel>
  );
}

/** Second step: the maker. */
export function MakerStep({ choices }: { choices: NewLetterChoices }) {
  const makers = choices.makers ?? [];
  return (
    <Panel title="To which supplier?">
      <div className="flex flex-col gap-4">
        <Search kind={choices.kind} q={choices.q} label="Name of the supplier" />
        {makers.length === 0 ? <Empty title="No supplier found" /> : null}
        <ul className="grid grid-cols-1 gap-x-6 sm:grid-cols-2">
          {makers.map(({ id, name }) => (
            <li key={id} className="border-t border-base-300 py-1.5">
              <Link to={`/letters/new?kind=${choices.kind ?? ''}&supplier=${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

/** Last step: about what, to whom, until when. */
export function ContentStep({ choices, form }: { choices: NewLetterChoices; form: FormValues }) {
  const { maker, kind } = choices;
  if (!maker || !kind) return null;
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  const several = new Set(maker.changes.map(({ family }) => family)).size > 1;
  return (
    <PostForm className="flex max-w-4xl flex-col gap-4">
      <FormErrors errors={form.summary} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="supplier" value={maker.id} />
      <div className="panel flex flex-col gap-3 p-4">
        {maker.changes.length > 0 ? (
          <Checkboxes
            {...text('changes')}
            values={form.values('changes')}
            label={`Open changes to devices of ${maker.name}`}
            help={`The open questions of all ticked changes are merged; each is asked once.${several ? ' Changes to the same kind of device stand together below.' : ''}`}
            choices={maker.changes.map(({ id, reference, title, modelName, family }) => ({
              value: id,
              label: `${reference}: ${title}`,
              help: [modelName, family].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <div>
            <Notice kind="info">
              No change to a device of this maker is open. The letter can be about models alone.
            </Notice>
            {form.errors('changes') ? (
              <p className="font-medium text-error">{form.errors('changes')?.join(' ')}</p>
            ) : null}
          </div>
        )}
        <details open={maker.changes.length === 0 || form.values('models').length > 0 || undefined}>
          <summary className="cursor-pointer font-medium">Models, beside those of the changes</summary>
          <div className="mt-2">
            <Checkboxes
              {...text('models')}
              values={form.values('models')}
              label={`Models of ${maker.name}`}
              choices={maker.models.map(({ id, name, family, units }) => ({
                value: id,
                label: name,
                help: [family, `${units} ${units === 1 ? 'unit' : 'units'} here`].filter(Boolean).join(' · '),
              }))}
            />
          </div>
        </details>
        {maker.more ? (
          <p className="quiet">Only the first 200 are offered. Begin at the page of a change to reach others.</p>
        ) : null}
        <TextArea
          {...text('vulnerabilities')}
          rows={3}
          label="Vulnerabilities, beside those of the changes"
          help="One CVE a line, with its CVSS vector where known."
        />
      </div>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
        <Select
          {...text('contact')}
          label="To"
          blank="a blank to fill in"
          choices={maker.contacts.map(({ id, name, role }) => ({ value: id, label: role ? `${name}, ${role}` : name }))}
        />
        <TextField {...text('your_reference')} label="Their reference" help="Where they gave one." />
        <UrgencyFields value={form.value} errors={form.errors} />
        <TextField
          {...text('acknowledge_by')}
          type="date"
          label="Acknowledgement wanted by"
          help="Empty: the day that the clocks of this supplier give."
        />
        <ThemeField value={form.value} errors={form.errors} />
      </div>
      <div className="flex gap-2">
        <Submit>Draft the letter</Submit>
        <Link to="/letters" className="btn btn-ghost">
          Cancel
        </Link>
      </div>
    </PostForm>
  );
}
