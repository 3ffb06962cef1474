/** How sure a match is, and how reasons move it. Pure. */
import type { MatchConfidence } from '../../../../db/schema/index.server';

const UP: readonly MatchConfidence[] = ['possible', 'likely', 'certain'];

/** One step less sure; "possible" stays. */
export const lowered = (one: MatchConfidence): MatchConfidence => UP[Math.max(0, UP.indexOf(one) - 1)] ?? 'possible';

/** One step surer; "certain" stays. */
export const raised = (one: MatchConfidence): MatchConfidence => UP[Math.min(2, UP.indexOf(one) + 1)] ?? 'certain';

/** Greater than zero when the first is surer. */
export const surer = (one: MatchConfidence, other: MatchConfidence): number => UP.indexOf(one) - UP.indexOf(other);
