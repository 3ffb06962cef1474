/** What a file of a change is for. Pure. */

export const PURPOSES = ['test', 'back_out', 'evidence', 'proof', 'paper', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_LABELS: Record<Purpose, string> = {
  test: 'Test',
  back_out: 'Back-out',
  evidence: 'Evidence for the decision',
  proof: 'Proof of what was done',
  paper: 'Scan of a signed sheet',
  other: 'Other',
};

/**
 * What comes after a decision belongs to no signature before it: the proof of a condition would otherwise undo the
 * approval it was asked for by, and the scan of a signed sheet the signature on it.
 */
const AFTERWARDS: readonly Purpose[] = ['proof', 'paper'];

/** Purposes whose files are part of what is signed. */
export const SIGNED_PURPOSES: readonly Purpose[] = PURPOSES.filter((one) => !AFTERWARDS.includes(one));

/** Whether a file of this purpose is part of what is signed. */
export const isSignedPurpose = (purpose: Purpose): boolean => SIGNED_PURPOSES.includes(purpose);
