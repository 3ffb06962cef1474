/** The rationale of an earlier decision: who signed with which reason, under which conditions, what the charts said. */
import { Link } from '@remix-run/react';
import { LongText } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { OpenedRationale } from './earlier-page.server';

const NONE = <p className="quiet">None.</p>;

function Reasons({ reasons }: Pick<OpenedRationale['rationale'], 'reasons'>) {
  if (reasons.length === 0) return NONE;
  return (
    <ul className="flex flex-col gap-2">
      {reasons.map((one) => (
        <li key={`${one.place} ${one.signedOn}`}>
          <span className="font-medium">{one.place}</span>: {one.name}, {one.meaning}, {dateInWords(one.signedOn)}
          {one.fallen ? <span className="quiet"> (fallen since)</span> : null}
          {one.reason ? (
            <blockquote className="border-l-2 border-base-300 pl-3">
              <LongText text={one.reason} />
            </blockquote>
          ) : (
            <span className="quiet block">No reason was written.</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function RationalePanel({ opened: { line, rationale } }: { opened: OpenedRationale }) {
  return (
    <Panel
      title={`Then: ${line.reference}, ${rationale.outcome}`}
      id="opened"
      aside={
        <Link to={`/changes/${line.id}`} className="inline-block py-0.5 underline">
          Open {line.reference}
        </Link>
      }
    >
      {rationale.note ? <LongText text={rationale.note} /> : null}
      <h3 className="mt-1 font-semibold">Reasons of those who signed</h3>
      <Reasons reasons={rationale.reasons} />
      <h3 className="mt-3 font-semibold">Conditions</h3>
      {rationale.conditions.length === 0
        ? NONE
        : rationale.conditions.map(({ number, text, status }) => (
            <div key={number}>
              {number}. <LongText text={text} /> <span className="quiet">({status})</span>
            </div>
          ))}
      <h3 className="mt-3 font-semibold">What each instrument said</h3>
      {rationale.findings.length === 0 ? (
        NONE
      ) : (
        <ul className="list-disc pl-4">
          {rationale.findings.map(({ instrument, words, edition }) => (
            <li key={instrument}>
              {instrument}: {words}
              {edition ? <span className="quiet"> · edition {edition}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
