/** A citation and how sure we are of it, beside the claim. */
import { ConfidenceBadge } from '../../ui/badge';
import type { Cited as CitedView } from './chart-page';

export const Cited = ({ at }: { at: CitedView }) => (
  <span className="quiet text-[0.93em]">
    {at.citation} <ConfidenceBadge mark={at.confidence} />
  </span>
);
