import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import { CONFIDENCES, MATCH_STATES } from './advisory-states';
import type { AdvisoryView, MatchView } from './advisory-view';
import { MatchReasons } from './match-reasons';

const number = (count: number) => count.toLocaleString('en-GB');

/** "12 units hit, 3 unclear, 40 not" with a way to them. */
export const UnitCounts = ({ match }: { match: MatchView }) => (
  <p>
    <Link to={`/units?model=${match.model.id}`} className="inline-block min-h-6 underline">
      {number(match.unitsHit)} {match.unitsHit === 1 ? 'unit' : 'units'} hit
    </Link>
    , {number(match.unitsUnclear)} unclear, {number(match.unitsNot)} not
  </p>
);

export const MatchBadges = ({ match }: { match: MatchView }) => (
  <span className="flex flex-wrap gap-2">
    {match.state === 'proposed' ? (
      <StateBadge state={CONFIDENCES[match.confidence].look}>{CONFIDENCES[match.confidence].label}</StateBadge>
    ) : (
      <StateBadge state={match.state === 'confirmed' ? 'settled' : 'plain'}>{MATCH_STATES[match.state]}</StateBadge>
    )}
    {match.how === 'component' ? <StateBadge state="info">inside the device</StateBadge> : null}
  </span>
);

/** Who decided, when and why; remembered decisions say that they are. */
export const MatchDecision = ({ match }: { match: MatchView }) =>
  match.decidedAt ? (
    <p className="break-words">
      {match.isRemembered ? 'Remembered: ' : ''}
      {match.decidedByName}, {dateInWords(match.decidedAt)}: “{shorten(match.decision, 400)}”
    </p>
  ) : null;

function MatchCard({ match, base, view }: { match: MatchView; base: string; view: AdvisoryView }) {
  const proposing = new URLSearchParams([
    ['model', match.model.id],
    ['advisory', view.id],
  ]);
  return (
    <li className="flex min-w-0 flex-col gap-2 border-t border-base-300 py-3 first:border-t-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 break-words">
          <h3>
            <Link to={`/devices/${match.model.id}`}>{match.model.name}</Link>
          </h3>
          <p className="quiet">
            {match.model.supplier} · in the advisory: {shorten(match.product, 160)}
          </p>
        </div>
        <MatchBadges match={match} />
      </div>
      {match.state === 'rejected' ? null : <UnitCounts match={match} />}
      <MatchDecision match={match} />
      <details open={match.state === 'proposed' && match.confidence !== 'certain'}>
        <summary className="min-h-6 cursor-pointer">Why it is thought to be this device</summary>
        <div className="mt-1">
          <MatchReasons reasons={match.reasons} />
        </div>
      </details>
      <div className="no-print flex flex-wrap gap-2">
        <Link className="btn btn-outline btn-sm" to={`${base}/matches/${match.id}`}>
          {view.may.decide && match.state === 'proposed' ? 'Confirm, correct or reject' : 'Versions and decision'}
          <span className="sr-only">: {match.model.name}</span>
        </Link>
        {view.may.propose && match.state !== 'rejected' && match.unitsHit + match.unitsUnclear > 0 ? (
          <Link className="btn btn-sm" to={`/changes/new?${proposing}`}>
            Propose a change<span className="sr-only"> for {match.model.name}</span>
          </Link>
        ) : null}
      </div>
    </li>
  );
}

export function MatchesPanel({ view }: { view: AdvisoryView }) {
  const base = `/advisories/${view.id}`;
  const live = view.matches.filter(({ state }) => state !== 'rejected');
  return (
    <Panel
      title="What of ours it names"
      aside={
        <span className="quiet">
          {view.modelsMatched} {view.modelsMatched === 1 ? 'model' : 'models'}, {number(view.unitsHit)} units hit,{' '}
          {number(view.unitsUnclear)} unclear
        </span>
      }
    >
      {view.matches.length === 0 ? (
        <Empty
          title={view.isMatched ? 'Nothing in the register is named by it.' : 'It is being held against the register.'}
        >
          {view.isMatched
            ? 'Names are compared by maker, product, number, system and components. If you know better, add the match below.'
            : 'Load the page again in a moment.'}
        </Empty>
      ) : (
        <ul>
          {[...live, ...view.matches.filter(({ state }) => state === 'rejected')].map((match) => (
            <MatchCard key={match.id} match={match} base={base} view={view} />
          ))}
        </ul>
      )}
      {view.moreMatches > 0 ? <p className="quiet">More are not shown here: narrow the inbox by model.</p> : null}
    </Panel>
  );
}
