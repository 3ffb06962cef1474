/** Report and letters of one change: what exists, and the forms that draft new ones. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Checkboxes, Select } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { formState, type Refused } from '../assessments/form-state';
import { KindField, ThemeField, UrgencyFields } from '../letters/draft-letter-fields';
import type { ChangeOnPage, DocumentBrief } from './change-view';

const Line = ({ document }: { document: DocumentBrief }) => (
  <li className="flex flex-wrap items-center justify-between gap-2 border-t border-base-300 py-2 first:border-0">
    <span className="min-w-0">
      {document.page ? <Link to={document.page}>{document.reference}</Link> : document.reference}
      <span className="quiet block text-[0.93em]">
        {document.kindLabel}
        {document.assessmentNumber === null ? '' : ` · assessment ${document.assessmentNumber}`} ·{' '}
        {dateInWords(document.createdAt)}, {document.createdByName}
      </span>
    </span>
    <span className="flex items-center gap-2">
      <StateBadge state="plain">{document.status}</StateBadge>
      {document.download ? (
        <a className="btn btn-sm" href={document.download} aria-label={`Download ${document.reference} as PDF`}>
          PDF
        </a>
      ) : null}
    </span>
  </li>
);

function LetterForm({ change, letter }: { change: ChangeOnPage; letter: ReturnType<typeof formState> }) {
  const fields = { value: letter.value, errors: letter.errors };
  return (
    <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
      <input type="hidden" name="intent" value="draft-letter" />
      <KindField {...fields} />
      <Select
        name="contact"
        label="To"
        blank="a blank to fill in"
        choices={change.contacts.map(({ id, name, role }) => ({ value: id, label: role ? `${name}, ${role}` : name }))}
        value={letter.value('contact')}
        errors={letter.errors('contact')}
      />
      {change.alongside.length > 0 ? (
        <Checkboxes
          name="also"
          label="Ask about these changes as well"
          help="Open changes to the same kind of device of this maker. Each question is asked once, for all of them."
          choices={change.alongside.map(({ id, reference, title, modelName }) => ({
            value: id,
            label: `${reference}: ${title}`,
            help: modelName,
          }))}
          errors={letter.errors('also')}
        />
      ) : null}
      <UrgencyFields {...fields} />
      <ThemeField {...fields} />
      <div className="flex flex-wrap items-center gap-3">
        <Submit small>Draft letter</Submit>
        <Link to={`/letters/new?change=${change.id}`}>More choices</Link>
      </div>
    </PostForm>
  );
}

export function DocumentsPanel({ change, refused }: { change: ChangeOnPage; refused: Refused | null }) {
  const letter = formState(refused, 'draft-letter');
  const report = formState(refused, 'draft-report');
  const kept = change.assessment?.number !== null && change.assessment !== null;
  return (
    <Panel id="documents" title="Documents">
      {change.documents.length > 0 ? (
        <ul>
          {change.documents.map((document) => (
            <Line key={document.id} document={document} />
          ))}
        </ul>
      ) : (
        <p className="quiet">No report or letter yet.</p>
      )}
      {change.may.draftDocuments && kept ? (
        <div className="no-print mt-3 flex flex-col gap-3">
          <FormErrors errors={report.errors('') ?? letter.errors('')} />
          <PostForm preventScrollReset>
            <input type="hidden" name="intent" value="draft-report" />
            <Submit small look="plain">
              Draft assessment report
            </Submit>
          </PostForm>
          <details open={letter.refused !== null || undefined}>
            <summary className="btn btn-primary btn-sm w-fit">Draft letter to the supplier</summary>
            <LetterForm change={change} letter={letter} />
          </details>
        </div>
      ) : null}
    </Panel>
  );
}
