/** Value of the field `intent` of every form on the page of a change's risks. */
export const RISK_INTENTS = ['rate', 'end-acceptance', 'decide'] as const;

export type RiskIntent = (typeof RISK_INTENTS)[number];

/** What the page says after each, and after what its own pages did. */
export const DONE_WORDS: Record<string, string> = {
  rate: 'The rating is on record.',
  'end-acceptance': 'The acceptance has ended.',
  decide: 'The decision is on record.',
  hazard: 'The hazard log is saved.',
  accepted: 'The residual risk is accepted and signed.',
  triage: 'The checklist is on record, with the clocks it opens.',
  permit: 'The change permit is made.',
};
