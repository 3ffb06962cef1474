/** A rating as a badge: both scales, what they make, and the band in words; never colour alone. */
import { StateBadge } from '../../ui/badge';
import { clinicalLevel } from './clinical-matrix';
import { type Band, bandOf, type Rating, ratingInWords, scoreOf } from './matrix';

const LOOKS = { low: 'plain', moderate: 'info', high: 'warning', extreme: 'error' } as const satisfies Record<
  Band,
  string
>;

/** Null says that nobody has rated it, which is not the same as low. */
export const RatingBadge = ({ rating }: { rating: Rating | null }) =>
  rating ? (
    <StateBadge state={LOOKS[bandOf(scoreOf(rating))]}>{ratingInWords(rating)}</StateBadge>
  ) : (
    <StateBadge state="open">not rated</StateBadge>
  );

const LEVEL_LOOKS = { 1: 'plain', 2: 'plain', 3: 'info', 4: 'warning', 5: 'error' } as const;

/** Level of a clinical hazard, 1 to 5. */
export function LevelBadge({ of }: { of: Rating | null }) {
  if (!of) return <StateBadge state="open">not judged</StateBadge>;
  const level = clinicalLevel(of);
  return <StateBadge state={LEVEL_LOOKS[level]}>level {level}</StateBadge>;
}
