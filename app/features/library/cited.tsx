/** A citation and how sure we are of it, beside the claim. */
import type { Citation, Confidence } from '../../regulation/chart';
import { citationText } from '../../regulation/sources';
import { ConfidenceBadge } from '../../ui/badge';

export const Cited = ({ cite, mark }: { cite: Citation; mark: Confidence }) => (
  <span className="quiet text-[0.93em]">
    {citationText(cite)} <ConfidenceBadge mark={mark} />
  </span>
);
