/** Levels in words. Pure, and without the rules: pages show it. */
import type { Exposure } from '../../regulation/options/exposure-rules';
import type { Level } from './level';

export const LEVEL_WORDS: Record<Exposure, string> = {
  none: 'none',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
  very_high: 'very high',
};

/** "high", or the range that is still possible: "low … high". */
export const levelInWords = ({ least, greatest }: Pick<Level, 'least' | 'greatest'>): string =>
  least === greatest ? LEVEL_WORDS[least] : `${LEVEL_WORDS[least]} … ${LEVEL_WORDS[greatest]}`;
