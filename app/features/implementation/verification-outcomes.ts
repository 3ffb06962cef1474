/** What a verification may come to. Pure. */
export const VERIFICATION_OUTCOMES = ['as_planned', 'with_deviations', 'failed'] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

export const VERIFICATION_LABELS: Record<VerificationOutcome, string> = {
  as_planned: 'as planned',
  with_deviations: 'with deviations',
  failed: 'failed',
};

/** What each of them does. */
export const VERIFICATION_HELP: Record<VerificationOutcome, string> = {
  as_planned: 'Everything went as it was planned. Signs and closes the change.',
  with_deviations: 'Something went otherwise, and you say why that is acceptable. Signs and closes the change.',
  failed: 'More has to be done. Nothing is signed; the change goes back into implementation.',
};
