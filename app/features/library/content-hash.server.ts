/** The content of an edition as one number: whoever holds the same chart gets the same one. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Chart } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts';
import type { AssessmentResult } from '../../regulation/result';

const known = new WeakMap<Chart, string>();

/** SHA-256 over the RFC 8785 form of a chart, as 64 hexadecimal digits. Worked out once for each edition. */
export function contentHash(chart: Chart): string {
  const made =
    known.get(chart) ??
    createHash('sha256')
      .update(canonicalize(chart) ?? '', 'utf8')
      .digest('hex');
  known.set(chart, made);
  return made;
}

/** The edition that an assessment walked of one instrument. */
export interface UsedEdition {
  edition: string;
  sha256: string;
}

/** The editions that an assessment walked, by instrument. What it left out was not walked. */
export function editionsUsed({ findings, hints }: AssessmentResult): Record<string, UsedEdition> {
  return Object.fromEntries(
    [...findings, ...hints].flatMap(({ instrument, edition }) => {
      const chart = chartOf(instrument, edition);
      return chart ? [[instrument, { edition, sha256: contentHash(chart) }]] : [];
    }),
  );
}
