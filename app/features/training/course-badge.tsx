/** How somebody stands with a course, in a word and a colour. */
import { StateBadge } from '../../ui/badge';
import { dateInWords } from '../../ui/time';
import type { CourseState } from './course-state';

const LOOKS = { held: 'settled', expires_soon: 'warning', expired: 'hold', never: 'open' } as const;

const WORDS: Record<CourseState, (until: string) => string> = {
  held: (until) => `until ${until}`,
  expires_soon: (until) => `ends ${until}`,
  expired: (until) => `expired ${until}`,
  never: () => 'never',
};

export const CourseBadge = ({ state, until }: { state: CourseState; until: string | null }) => (
  <StateBadge state={LOOKS[state]}>{WORDS[state](until ? dateInWords(until) : '')}</StateBadge>
);
