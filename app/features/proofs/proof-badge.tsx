import { StateBadge } from '../../ui/badge';
import type { ProofState } from './control-state';

const LOOK = {
  fresh: { state: 'settled', word: 'in place, proof fresh' },
  partly: { state: 'open', word: 'shown in part' },
  stale: { state: 'warning', word: 'proof stale' },
  failed: { state: 'hold', word: 'fails' },
  none: { state: 'plain', word: 'no proof' },
} as const;

/** How a measure or a proof stands: a word and a shape. */
export const ProofBadge = ({ state, word }: { state: ProofState; word?: string }) => (
  <StateBadge state={LOOK[state].state}>{word ?? LOOK[state].word}</StateBadge>
);
