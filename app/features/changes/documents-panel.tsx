/** Report and letters of one change: what exists, and the forms that draft new ones. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Select, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { formState, type Refused } from '../assessments/form-state';
import type { ChangeOnPage, DocumentBrief } from './change-view';

const KIND = { 'assessment-report': 'Assessment report', 'supplier-request-letter': 'Letter to the supplier' };

const Line = ({ document }: { document: DocumentBrief }) => (
  <li className="flex flex-wrap items-center justify-between gap-2 border-t border-base-300 py-2 first:border-0">
    <span className="min-w-0">
      {document.page ? <Link to={document.page}>{document.reference}</Link> : document.reference}
      <span className="quiet block text-[0.93em]">
        {KIND[document.kind]} · assessment {document.assessmentNumber} · {dateInWords(document.createdAt)},{' '}
        {document.createdByName}
      </span>
    </span>
    <span className="flex items-center gap-2">
      <StateBadge state="plain">{document.status}</StateBadge>
      <a className="btn btn-sm" href={document.download} aria-label={`Download ${document.reference} as PDF`}>
        PDF
      </a>
    </span>
  </li>
);

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
            <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
              <input type="hidden" name="intent" value="draft-letter" />
              <Select
                name="contact"
                label="To"
                blank="a blank to fill in"
                choices={change.contacts.map(({ id, name, role }) => ({
                  value: id,
                  label: role ? `${name}, ${role}` : name,
                }))}
                value={letter.value('contact')}
                errors={letter.errors('contact')}
              />
              <TextField
                name="reply_by"
                type="date"
                label="Answer wanted by"
                help="Empty: 30 days from today."
                value={letter.value('reply_by')}
                errors={letter.errors('reply_by')}
              />
              <div>
                <Submit small>Draft letter</Submit>
              </div>
            </PostForm>
          </details>
        </div>
      ) : null}
    </Panel>
  );
}
