/** Head of a letter's page: what it is, its state, who it is between, what is due. */
import { Link } from '@remix-run/react';
import { Children } from 'react';
import { StateBadge } from '../../ui/badge';
import { PageHeader } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { dueInWords, LetterState, waitedFor } from './letter-state';
import { isRunning } from './letter-status';
import type { LetterView } from './letter-view';

/** Facts in a row, with a dot between them; those that are absent leave none. */
const Between = ({ children }: { children: React.ReactNode }) => (
  <>
    {Children.toArray(children).map((item, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of facts
      <span key={index}>
        {index > 0 ? ' · ' : ''}
        {item}
      </span>
    ))}
  </>
);

function Changes({ letter }: { letter: LetterView }) {
  return (
    <>
      {'on '}
      {letter.changes.map((change, index) => (
        <span key={change.id}>
          {index > 0 ? ', ' : ''}
          <Link to={`/changes/${change.id}`} className="font-mono">
            {change.reference}
          </Link>
        </span>
      ))}
    </>
  );
}

export function LetterHeader({ letter }: { letter: LetterView }) {
  const { shown, status, nextDue, today } = letter;
  const file = shown.download;
  const due = nextDue && isRunning(status) ? nextDue : null;
  return (
    <PageHeader
      crumbs={[{ label: 'Letters', to: '/letters' }, { label: letter.reference }]}
      state={
        <>
          <LetterState status={status} />
          <span className="quiet">{shown.words}</span>
          {due ? (
            <StateBadge state={due < today ? 'hold' : 'plain'}>
              {waitedFor(status)}due {dateInWords(due)}, {dueInWords(due, today)}
            </StateBadge>
          ) : null}
        </>
      }
      title={letter.subject}
      sub={
        <Between>
          {LETTER_KIND_WORDS[letter.kind].label}
          <>
            to <Link to={`/suppliers/${letter.supplier.id}`}>{letter.supplier.name}</Link>
            {letter.recipient.name ? `, ${letter.recipient.name}` : ''}
          </>
          {letter.changes.length > 0 ? <Changes letter={letter} /> : null}
          {letter.campaign ? (
            <>
              campaign <Link to={`/campaigns/${letter.campaign.id}`}>{letter.campaign.title}</Link>
            </>
          ) : null}
          {letter.follows ? (
            <>
              follows{' '}
              <Link to={`/letters/${letter.follows.id}`} className="font-mono">
                {letter.follows.reference}
              </Link>
            </>
          ) : null}
          {`drafted by ${shown.createdByName}, ${timeInWords(shown.createdAt)}`}
          {shown.approvedAt ? `approved by ${shown.approvedByName}, ${timeInWords(shown.approvedAt)}` : null}
        </Between>
      }
      actions={
        <>
          {letter.acts.edit === null ? (
            <Link className="btn btn-outline btn-sm" to={`/letters/${letter.id}/edit`}>
              Edit draft
            </Link>
          ) : null}
          {file ? (
            <a className="btn btn-outline btn-sm" href={file}>
              Download PDF
            </a>
          ) : (
            <a className="btn btn-outline btn-sm" href={`/files/letters/${letter.id}/preview.pdf`}>
              Preview as PDF
            </a>
          )}
        </>
      }
    />
  );
}
