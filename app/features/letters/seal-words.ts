/** Which level of seal a letter reached, in words. Never more than it is. Pure. */

/** Empty while there is no file. */
export function sealInWords(version: { status: string; seal: 'none' | 'B-B'; sealedBy: string }): string {
  if (version.status !== 'issued') return '';
  if (version.seal === 'none') {
    return 'Not sealed: its SHA-256 stands in the record, but the file itself carries no proof of who made it.';
  }
  return `Sealed at level B-B: with the certificate of ${version.sealedBy}, no timestamp; this is an advanced seal at most and never a qualified one.`;
}
