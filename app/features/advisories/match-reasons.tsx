/** Why a match was made: reasons for it, against it, and what a person has to look at. */
import type { MatchReason } from '../../../db/schema/index.server';

const WEIGHTS = {
  for: { sign: '+', word: 'For' },
  against: { sign: '−', word: 'Against' },
  open: { sign: '?', word: 'Open' },
} as const;

export const MatchReasons = ({ reasons }: { reasons: readonly MatchReason[] }) => (
  <ul className="flex flex-col gap-0.5">
    {reasons.map((reason) => (
      <li key={`${reason.rule} ${reason.says}`} className="flex gap-2 break-words">
        <span aria-hidden="true" className="w-3 shrink-0 text-center font-mono">
          {WEIGHTS[reason.weighs].sign}
        </span>
        <span className="min-w-0">
          <span className="sr-only">{WEIGHTS[reason.weighs].word}: </span>
          {reason.says}
        </span>
      </li>
    ))}
  </ul>
);
