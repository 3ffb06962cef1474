/** Whose views a dissent may be. Pure. */
export const DISSENT_PARTIES = [
  'engineer',
  'clinical_safety',
  'regulatory_affairs',
  'risk_owner',
  'clinician',
  'manufacturer',
] as const;

export const PARTY_LABELS: Record<(typeof DISSENT_PARTIES)[number], string> = {
  engineer: 'clinical engineering',
  clinical_safety: 'clinical safety officer',
  regulatory_affairs: 'regulatory affairs',
  risk_owner: 'risk owner',
  clinician: 'a clinician (named below)',
  manufacturer: 'the manufacturer (named below)',
};
