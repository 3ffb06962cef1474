/** Roles people hold. A supplier's contact is outside: no account, no role. */
export const ROLES = [
  'engineer',
  'clinical_safety',
  'regulatory_affairs',
  'risk_owner',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** How a role is named on screen and in print. */
export const ROLE_LABELS: Record<Role, string> = {
  engineer: 'clinical engineer',
  clinical_safety: 'clinical safety officer',
  regulatory_affairs: 'regulatory affairs',
  risk_owner: 'risk owner (SIRO)',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Whether a string is a role; anything stored or posted is checked with this, never cast. */
export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);
