/** How it stands, in a word and a colour. */
import { StateBadge } from '../../ui/badge';
import { STANDING_LABELS, type Standing } from './standing';

const LOOKS = { in_force: 'settled', to_come: 'info', over: 'plain', revoked: 'plain' } as const;

export const StandingBadge = ({ standing }: { standing: Standing }) => (
  <StateBadge state={LOOKS[standing]}>{STANDING_LABELS[standing]}</StateBadge>
);
