/** One assessment that walked an instrument, as the instrument's page lists it. */
import type { Tier } from '../../regulation/chart';
import type { Finding } from '../../regulation/result';

export interface UseView {
  changeId: string;
  reference: string;
  title: string;
  number: number;
  edition: string;
  state: Finding['state'];
  outcomes: string[];
  tier: Tier;
  worstTier: Tier;
  assessedAt: string;
}
