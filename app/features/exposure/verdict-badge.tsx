import type { MatchConfidence, MatchState, VersionVerdict } from '../../../db/schema/intake.server';
import { StateBadge } from '../../ui/badge';
import type { Level } from './level';
import { levelInWords } from './level-words';

export const VERDICT_WORDS: Record<VersionVerdict, string> = {
  affected: 'hit',
  unclear: 'unclear',
  under_investigation: 'maker still looks',
  fixed: 'fixed',
  not_affected: 'not affected',
};

const LOOK = {
  affected: 'error',
  unclear: 'open',
  under_investigation: 'open',
  fixed: 'settled',
  not_affected: 'settled',
} as const;

export const VerdictBadge = ({ verdict }: { verdict: VersionVerdict }) => (
  <StateBadge state={LOOK[verdict]}>{VERDICT_WORDS[verdict]}</StateBadge>
);

/** A match that nobody confirmed and no identifier makes certain is a proposal: its "hit" waits for a person. */
export const isSure = ({ confidence, state }: { confidence: MatchConfidence; state: MatchState }): boolean =>
  state === 'confirmed' || confidence === 'certain';

const LEVELS = { none: 'settled', low: 'plain', moderate: 'warning', high: 'error', very_high: 'hold' } as const;

/** The level, or the range that is still possible. */
export function LevelBadge({ level }: { level: Pick<Level, 'least' | 'greatest'> }) {
  const state = level.least === level.greatest ? LEVELS[level.greatest] : 'open';
  return <StateBadge state={state}>{levelInWords(level)}</StateBadge>;
}
