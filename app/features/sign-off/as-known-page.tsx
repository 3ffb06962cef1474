/** What was known when it was signed, and what came after, side by side in time. */
import { Link } from '@remix-run/react';
import { isRole, ROLE_LABELS } from '../../guard/roles';
import { Empty, Notice, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords, TimeText, timeInWords } from '../../ui/time';
import { type LetterThen, sourceInWords } from './as-known';
import type { AsKnown } from './as-known.server';
import { MEANING_WORDS } from './slots';
import { PART_LABELS, PARTS, type SnapshotPart } from './snapshot';

function Signed({ signature }: Pick<AsKnown, 'signature'>) {
  const { printedName, role, meaning, onBehalfWords, reason, signedAt, zone, voidedAt, snapshotSha256 } = signature;
  return (
    <Panel title="The signature">
      <p>
        <strong>{printedName}</strong>
        {onBehalfWords ? ` for ${onBehalfWords}` : ''}, {isRole(role) ? ROLE_LABELS[role] : role}:{' '}
        {(MEANING_WORDS as Record<string, string>)[meaning] ?? meaning}, <TimeText value={signedAt} /> ({zone}).
      </p>
      {reason ? <p className="break-words">{reason}</p> : null}
      <p className="quiet font-mono break-all">Snapshot SHA-256 {snapshotSha256}</p>
      {voidedAt ? (
        <Notice kind="warning" title={`It fell on ${dateInWords(voidedAt)}`}>
          <p>Something it covered has changed since; see below what.</p>
        </Notice>
      ) : null}
    </Panel>
  );
}

function Part({ part, then }: { part: SnapshotPart; then: AsKnown['then'] }) {
  const entries = then.parts[part] ?? [];
  return (
    <details open={part === 'facts' || part === 'answers' || part === 'findings'}>
      <summary className="min-h-6 cursor-pointer font-medium">
        {PART_LABELS[part]} ({entries.length})
      </summary>
      {entries.length === 0 ? (
        <p className="quiet">Nothing was known.</p>
      ) : (
        <TableRegion label={PART_LABELS[part]}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">As known</th>
                <th scope="col">Who said so</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ key, label, words, value }) => (
                <tr key={key}>
                  <td>{label}</td>
                  <td className="break-words">{words}</td>
                  <td>{sourceInWords(value) || <span className="quiet">not named</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </details>
  );
}

const silence = ({ state, silentDays }: LetterThen): string => {
  if (state === 'answered') return 'answered by then';
  const days = `${silentDays} ${silentDays === 1 ? 'day' : 'days'}`;
  return state === 'acknowledged' ? `acknowledged, no answer for ${days}` : `silent for ${days}`;
};

function LettersOut({ letters }: Pick<AsKnown, 'letters'>) {
  if (letters.length === 0) return <p>No letter about this change was out on that day.</p>;
  return (
    <ul className="list-disc pl-5">
      {letters.map((letter) => (
        <li key={letter.id}>
          <Link to={`/letters/${letter.id}`} className="link">
            {letter.reference}
          </Link>{' '}
          to {letter.supplierName}, sent {dateInWords(letter.sentAt)}: {silence(letter)}
          {letter.answeredLater ? `; it was answered on ${dateInWords(letter.answeredLater)}, afterwards` : ''}
        </li>
      ))}
    </ul>
  );
}

function Since({ since, events, moreEvents }: Pick<AsKnown, 'since' | 'events' | 'moreEvents'>) {
  return (
    <div className="flex flex-col gap-4">
      {since.length === 0 ? (
        <Empty title="What is known today is what was known then." />
      ) : (
        <TableRegion label="What is different today">
          <table className="data-table">
            <caption className="sr-only">What is different today</caption>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">What</th>
                <th scope="col">Then</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {since.map(({ part, key, label, before, after }) => (
                <tr key={`${part} ${key}`}>
                  <td>{PART_LABELS[part as SnapshotPart] ?? part}</td>
                  <td>{label}</td>
                  <td className="break-words">{before}</td>
                  <td className="break-words">{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      <ul className="flex flex-col gap-1">
        {events.map(({ seq, at, label, actorName, detail }) => (
          <li key={seq} className="break-words">
            <span className="quiet tabular-nums">{timeInWords(at)}</span> {label}, {actorName}
            {detail ? `: ${detail}` : ''}
          </li>
        ))}
      </ul>
      {moreEvents ? <p className="quiet">The newest are shown; the record of the change holds them all.</p> : null}
    </div>
  );
}

export function AsKnownPage(view: AsKnown) {
  const { then } = view;
  return (
    <>
      <Signed signature={view.signature} />
      <Panel title={`What was known on ${dateInWords(view.signature.signedAt)}`}>
        <p>
          Rule library {then.library || 'not used'}; assessment {then.assessment ?? 'none'}.
        </p>
        <div className="mt-2 flex flex-col gap-2">
          {PARTS.filter((part) => then.parts[part] !== undefined).map((part) => (
            <Part key={part} part={part} then={then} />
          ))}
        </div>
      </Panel>
      <Panel title="Letters out on that day">
        <LettersOut letters={view.letters} />
      </Panel>
      <Panel title="What came after">
        <Since since={view.since} events={view.events} moreEvents={view.moreEvents} />
      </Panel>
    </>
  );
}
