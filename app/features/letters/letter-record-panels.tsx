/** Beside a letter: its dates, what it is about, its versions, what follows it, the latest acts. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { DateText, dateInWords, TimeText, timeInWords } from '../../ui/time';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { dueInWords, LetterState } from './letter-state';
import type { ClockView, LetterView, VersionView } from './letter-view';

const STAGES = { acknowledge: 'Acknowledgement', position: 'Position', fix: 'Validated fix or plan' };

function ClockLine({ clock, today }: { clock: ClockView; today: string }) {
  const running = !clock.metAt && !clock.stoppedAt;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-base-300 py-1.5 first:border-0">
      <span>{STAGES[clock.stage]}</span>
      <span className="text-right">
        {clock.metAt ? (
          <>
            met <DateText value={clock.metAt} />
          </>
        ) : clock.stoppedAt ? (
          <span className="quiet">stopped: {clock.stopReason}</span>
        ) : (
          <>
            {dateInWords(clock.dueOn)}{' '}
            <StateBadge state={clock.dueOn < today ? 'hold' : 'plain'}>{dueInWords(clock.dueOn, today)}</StateBadge>
          </>
        )}
        {running && clock.dueOn !== clock.firstDue ? (
          <span className="quiet block text-[0.93em]">first due {dateInWords(clock.firstDue)}, moved by a pause</span>
        ) : null}
      </span>
    </li>
  );
}

export function ClocksSummary({ letter }: { letter: LetterView }) {
  if (!letter.asks) return null;
  return (
    <Panel
      id="clocks"
      title="Dates"
      aside={
        letter.clocks.length > 0 ? <Link to={`/letters/${letter.id}/clocks`}>Clocks and reminders</Link> : undefined
      }
    >
      {letter.clocks.length > 0 ? (
        <ul>
          {letter.clocks.map((clock) => (
            <ClockLine key={clock.stage} clock={clock} today={letter.today} />
          ))}
        </ul>
      ) : (
        <p className="quiet">The clocks start on the day the letter leaves.</p>
      )}
    </Panel>
  );
}

export const AboutPanel = ({ letter }: { letter: LetterView }) =>
  letter.models.length === 0 ? null : (
    <Panel title="Devices">
      <ul>
        {letter.models.map((model) => (
          <li key={model.id} className="flex justify-between gap-3 border-t border-base-300 py-1.5 first:border-0">
            <Link to={`/devices/${model.id}`}>{model.name}</Link>
            {model.units === null ? null : (
              <span className="whitespace-nowrap">
                {model.units} {model.units === 1 ? 'unit' : 'units'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );

function Version({ version, letter }: { version: VersionView; letter: LetterView }) {
  const here = version.number === letter.shown.number;
  return (
    <li className="border-t border-base-300 py-2 first:border-0">
      <p className="flex flex-wrap items-center gap-2">
        {here ? (
          <strong>{version.words}</strong>
        ) : (
          <Link to={`/letters/${letter.id}?version=${version.number}`}>{version.words}</Link>
        )}
        <StateBadge state="plain">{version.superseded ? `${version.status}, superseded` : version.status}</StateBadge>
        {version.download ? (
          <a
            className="btn btn-xs min-h-6"
            href={version.download}
            aria-label={`Download ${version.words} of ${letter.reference} as PDF`}
          >
            PDF
          </a>
        ) : null}
      </p>
      {version.whatChanged ? <p className="whitespace-pre-wrap">What changed: {version.whatChanged}</p> : null}
      <p className="quiet text-[0.93em]">
        begun by {version.createdByName}, {timeInWords(version.createdAt)}
      </p>
      {version.approvedAt ? (
        <p className="quiet text-[0.93em]">
          approved by {version.approvedByName}, {timeInWords(version.approvedAt)}
        </p>
      ) : null}
      {version.issuedAt ? (
        <>
          <p className="quiet text-[0.93em]">
            issued {timeInWords(version.issuedAt)}, {version.pages} {version.pages === 1 ? 'page' : 'pages'}, SHA-256{' '}
            <span className="font-mono break-all">{version.sha256}</span>
          </p>
          <p className="quiet text-[0.93em]">{version.seal}</p>
        </>
      ) : null}
    </li>
  );
}

export const VersionsPanel = ({ letter }: { letter: LetterView }) => (
  <Panel id="versions" title="Versions">
    <ol>
      {letter.versions.toReversed().map((version) => (
        <Version key={version.number} version={version} letter={letter} />
      ))}
    </ol>
  </Panel>
);

export const FollowersPanel = ({ letter }: { letter: LetterView }) =>
  letter.followers.length === 0 ? null : (
    <Panel title="Letters that follow it">
      <ul>
        {letter.followers.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2 border-t border-base-300 py-1.5 first:border-0">
            <Link to={`/letters/${one.id}`} className="font-mono">
              {one.reference}
            </Link>
            <span>{LETTER_KIND_WORDS[one.kind].label}</span>
            <LetterState status={one.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );

export const RepliesPanel = ({ letter }: { letter: LetterView }) =>
  letter.replies.length === 0 ? null : (
    <Panel id="replies" title="Replies">
      <ul>
        {letter.replies.map((reply) => (
          <li key={reply.id} className="border-t border-base-300 py-1.5 first:border-0">
            <Link to={`/letters/${letter.id}/replies/${reply.id}`}>
              {reply.kind === 'acknowledgement' ? 'Acknowledgement' : 'Answer'} of{' '}
              {reply.responder || 'somebody unnamed'}
            </Link>
            <span className="quiet block text-[0.93em]">
              <TimeText value={reply.receivedAt} />
              {reply.enteredByName
                ? ` · by ${reply.channel}, typed in for the supplier by ${reply.enteredByName}`
                : ' · by reply link'}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );

export const LetterHistory = ({ letter }: { letter: LetterView }) => (
  <Panel id="record" title="Record">
    <ol className="flex flex-col gap-2">
      {letter.history.map((entry) => (
        <li key={entry.seq}>
          {entry.label}
          {entry.detail ? <span>: {entry.detail}</span> : null}
          {entry.reason ? <span className="block">Reason: {entry.reason}</span> : null}
          <span className="quiet block text-[0.93em]">
            {entry.actorName}, {timeInWords(entry.at)}
          </span>
        </li>
      ))}
    </ol>
  </Panel>
);
