import { StateBadge } from '../../ui/badge';
import { STATE_LABELS, type StandardStanding } from './standard-state';

const LOOKS = { active: 'settled', suspended: 'warning', over: 'plain', retired: 'plain' } as const;

/** How a standard change stands; suspended says what changed. */
export const StandingText = ({ standing: { state, because } }: { standing: StandardStanding }) => (
  <>
    <StateBadge state={LOOKS[state]}>{STATE_LABELS[state]}</StateBadge>
    {because.map((words) => (
      <span key={words} className="block text-[0.93em] break-words">
        {words}
      </span>
    ))}
  </>
);
