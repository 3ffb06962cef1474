import { ConfidenceBadge } from '../../ui/badge';
import type { Reason } from './reason';

/** Reasons one below the other, each with where it comes from and how sure that is. */
export const ReasonsList = ({ reasons }: { reasons: readonly Reason[] }) =>
  reasons.length === 0 ? null : (
    <ul className="ml-4 list-disc">
      {reasons.map(({ rule, says, source, mark }) => (
        <li key={`${rule} ${says}`}>
          {says}{' '}
          <span className="quiet">
            {source} <ConfidenceBadge mark={mark} />
          </span>
        </li>
      ))}
    </ul>
  );
