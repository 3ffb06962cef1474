/**
 * The 5×5 matrix of the risk axes: consequence times likelihood, and the band the product falls into. The bands are those
 * of the NPSA, "A risk matrix for risk managers" (2008), from memory; the words per axis are ours. Pure.
 */
import type { Confidence } from '../../regulation/chart';

/** A place on either scale. */
export type Level = 1 | 2 | 3 | 4 | 5;

export const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

export type Band = 'low' | 'moderate' | 'high' | 'extreme';

/** Every product of two levels lies in one of these. */
export const BANDS = [
  { band: 'low', from: 1, to: 3 },
  { band: 'moderate', from: 4, to: 6 },
  { band: 'high', from: 8, to: 12 },
  { band: 'extreme', from: 15, to: 25 },
] as const satisfies readonly { band: Band; from: number; to: number }[];

/** Where the matrix comes from, and how sure we are of it. */
export const MATRIX_SOURCE: { citation: string; confidence: Confidence } = {
  citation: 'NPSA, A risk matrix for risk managers (2008)',
  confidence: 'M',
};

export interface Rating {
  consequence: number;
  likelihood: number;
}

/** Consequence times likelihood. Never shown without both. */
export const scoreOf = ({ consequence, likelihood }: Rating): number => consequence * likelihood;

/** The band of a score; throws for a number that two levels cannot give. */
export function bandOf(score: number): Band {
  const found = BANDS.find(({ from, to }) => score >= from && score <= to);
  if (!found || !Number.isInteger(score)) throw new Error(`No band holds the score ${score}`);
  return found.band;
}

/** "4 × 3 = 12, high": both scales first, then what they make together. */
export const ratingInWords = (rating: Rating): string =>
  `${rating.consequence} × ${rating.likelihood} = ${scoreOf(rating)}, ${bandOf(scoreOf(rating))}`;
