/** What examining a file found, as a sentence. Pure. */

/** Why a file is handled with care; null when nothing was found. */
export const findingsInWords = ({ findings }: { findings: readonly string[] }): string | null =>
  findings.length > 0 ? `This file ${findings.join('; it ')}.` : null;
