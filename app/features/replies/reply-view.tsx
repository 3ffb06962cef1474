/** A received reply for staff: who said what, how it came, its files, its digest. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Notice, Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import { FileFacts } from '../files/file-facts';
import { AnswersList } from './answers-list';
import type { ReplyView } from './get-reply.server';

const BASIS = {
  page: 'typed on the page',
  form: 'read from the filled answer form',
  file: 'read from a machine-readable file',
};

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col border-t border-base-300 py-1.5 first:border-0 sm:flex-row sm:gap-3">
      <dt className="quiet sm:w-44 sm:shrink-0">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

export function ReplyFactsPanel({ view }: { view: ReplyView }) {
  const { reply, letter } = view;
  return (
    <Panel title="How it came">
      {view.entered ? (
        <Notice kind="warning" title="Not typed by the supplier">
          {view.entered}
        </Notice>
      ) : null}
      <dl className="mt-2">
        <Line term="Said by">
          {reply.responderName || 'Name not given'}
          {reply.responderRole ? `, ${reply.responderRole}` : ''}{' '}
          <span className="quiet">(as typed, not verified)</span>
        </Line>
        {reply.responderEmail ? <Line term="E-mail address">{reply.responderEmail}</Line> : null}
        <Line term="For">{letter.supplierName}</Line>
        <Line term="Came">
          {reply.channel}, {BASIS[reply.basis]}
          {reply.cameOn ? (
            <>
              , on <DateText value={reply.cameOn} />
            </>
          ) : null}
        </Line>
        <Line term="Recorded">
          <TimeText value={reply.receivedAt} />
        </Line>
        {reply.theirReference ? <Line term="Their reference">{reply.theirReference}</Line> : null}
        {reply.fallbackContact ? <Line term="If a date passes">{reply.fallbackContact}</Line> : null}
        <Line term="SHA-256">
          <span className="font-mono break-all">{reply.contentSha256}</span>
        </Line>
      </dl>
    </Panel>
  );
}

export function ReplyAnswersPanel({ view }: { view: ReplyView }) {
  const { reply } = view;
  return (
    <Panel title={reply.kind === 'acknowledgement' ? 'Acknowledgement' : 'Answers'}>
      {reply.kind === 'acknowledgement' ? (
        <p>They have the letter. It answers none of its questions.</p>
      ) : (
        <AnswersList asked={view.asked} />
      )}
      {reply.message ? <p className="border-t border-base-300 py-3 whitespace-pre-line">{reply.message}</p> : null}
    </Panel>
  );
}

export function ReplyFilesPanel({ view }: { view: ReplyView }) {
  if (view.files.length === 0) return null;
  return (
    <Panel title="Files" aside={<StateBadge state="plain">{view.files.length}</StateBadge>}>
      <ul className="flex flex-col divide-y divide-base-300">
        {view.files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-start justify-between gap-2 py-2">
            <FileFacts file={file} digest />
            {file.verdict === 'clean' ? (
              <a className="btn btn-sm" href={`/files/replies/${file.id}`}>
                Download<span className="sr-only"> {file.name}</span>
              </a>
            ) : (
              <Link className="btn btn-sm" to={`/letters/${view.letter.id}/replies/${view.reply.id}/files/${file.id}`}>
                Download …<span className="sr-only"> {file.name}, after a warning</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
