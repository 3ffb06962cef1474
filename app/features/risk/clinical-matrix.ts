/**
 * The matrix of the hazard log: severity and likelihood of clinical harm, and the level from 1 to 5 they make. As in NHS
 * practice after the implementation guidance of DCB0129, second-hand; a plan of one's own may set other criteria. Pure.
 */
import type { Confidence } from '../../regulation/chart';
import type { Level } from './matrix';

export const SEVERITY_LABELS: Record<Level, string> = {
  1: 'minor',
  2: 'significant',
  3: 'considerable',
  4: 'major',
  5: 'catastrophic',
};

export const SEVERITY_WORDS: Record<Level, string> = {
  1: 'inconvenience, upset, or slight injury soon over, one patient',
  2: 'the same for several, or a slight injury that lasts, one patient',
  3: 'severe injury soon over, one patient, or a slight one that lasts, several',
  4: 'death or lasting severe injury, one patient, or severe injury soon over, several',
  5: 'death or lasting severe injury, several patients',
};

export const CHANCE_LABELS: Record<Level, string> = {
  1: 'very low',
  2: 'low',
  3: 'medium',
  4: 'high',
  5: 'very high',
};

export const CHANCE_WORDS: Record<Level, string> = {
  1: 'negligible chance',
  2: 'could occur, usually will not',
  3: 'possible',
  4: 'expected in most cases',
  5: 'certain or nearly certain',
};

export const CLINICAL_SOURCE: { citation: string; confidence: Confidence } = {
  citation: 'DCB0129 implementation guidance, risk matrix, as used with DCB0160',
  confidence: 'V2',
};

/** Rows by likelihood from very low, columns by severity from minor. */
const TABLE = [
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [3, 4, 4, 5, 5],
] as const;

/** The clinical risk level of a hazard; throws for a place outside of the matrix. */
export function clinicalLevel({ consequence, likelihood }: { consequence: number; likelihood: number }): Level {
  const level = TABLE[likelihood - 1]?.[consequence - 1];
  if (level === undefined) throw new Error(`No clinical level for severity ${consequence}, likelihood ${likelihood}`);
  return level;
}

/** What a level means for going on. */
export const LEVEL_MEANING: Record<Level, string> = {
  1: 'acceptable',
  2: 'acceptable where more reduction costs more than it gains',
  3: 'undesirable: only if more reduction is impractical, accepted in writing',
  4: 'unacceptable: control it or do not go ahead',
  5: 'unacceptable: control it or do not go ahead',
};

/** Above this, what is left of a hazard cannot be accepted. */
export const HIGHEST_ACCEPTABLE: Level = 3;
