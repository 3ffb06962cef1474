/** Beside every figure that rests on a feed: how old the feed is. */
import { StateBadge } from '../../ui/badge';
import { type FeedAge as Age, feedAgeInWords, isOld } from './feed-words';

/** "KEV of 25 Aug 2025, 461 days old", with a word when that is too old, or when nothing was ever loaded. */
export function FeedAge({ age, today }: { age: Age; today: string }) {
  const words = feedAgeInWords(age, today);
  if (!age.loadedAt) return <StateBadge state="open">{words}</StateBadge>;
  if (isOld(age, today)) {
    return (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        {words} <StateBadge state="open">too old to rely on</StateBadge>
      </span>
    );
  }
  return <span className="quiet">{words}</span>;
}

/** The ages of several feeds in one line. */
export const FeedAges = ({ ages, today }: { ages: readonly Age[]; today: string }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="Age of the data">
    {ages.map((age) => (
      <li key={age.feed}>
        <FeedAge age={age} today={today} />
      </li>
    ))}
  </ul>
);
