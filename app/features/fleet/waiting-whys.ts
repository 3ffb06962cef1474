/** What is counted besides units, in words; each number opens its rows. Pure. */

export const WAITING_WHYS = {
  'changes-30': { label: 'Open up to 30 days', group: 'changes', of: 'open changes', day: 'proposed' },
  'changes-90': { label: 'Open 31 to 90 days', group: 'changes', of: 'open changes', day: 'proposed' },
  'changes-180': { label: 'Open 91 to 180 days', group: 'changes', of: 'open changes', day: 'proposed' },
  'changes-365': { label: 'Open 181 to 365 days', group: 'changes', of: 'open changes', day: 'proposed' },
  'changes-older': { label: 'Open for more than a year', group: 'changes', of: 'open changes', day: 'proposed' },
  'letters-overdue': { label: 'Letters overdue', group: 'suppliers', of: 'letters waiting', day: 'due' },
  'letters-undated': {
    label: 'Letters waiting without any day',
    group: 'suppliers',
    of: 'letters waiting',
    day: 'sent',
  },
  'approvals-30': {
    label: 'Approvals ending within 30 days',
    group: 'in_force',
    of: 'approvals in force',
    day: 'ends',
  },
  'approvals-90': {
    label: 'Approvals ending in 31 to 90 days',
    group: 'in_force',
    of: 'approvals in force',
    day: 'ends',
  },
  'approvals-over': {
    label: 'Approvals past their day, not taken up again',
    group: 'in_force',
    of: 'approvals in force or expired',
    day: 'ended',
  },
  'acceptances-30': {
    label: 'Accepted risks ending within 30 days',
    group: 'in_force',
    of: 'accepted risks in force',
    day: 'ends',
  },
  'acceptances-over': {
    label: 'Accepted risks past their day and still in force',
    group: 'in_force',
    of: 'accepted risks in force',
    day: 'ended',
  },
  emergencies: { label: 'Emergencies not yet signed for', group: 'in_force', of: 'emergencies', day: 'declared' },
  'conditions-over': { label: 'Conditions overdue', group: 'in_force', of: 'conditions', day: 'due' },
  'delegations-over': {
    label: 'Delegations ended in the last 90 days, nobody stands in now',
    group: 'in_force',
    of: 'delegations',
    day: 'ended',
  },
  'proofs-stale': {
    label: 'Proofs of controls gone stale',
    group: 'in_force',
    of: 'controls with a proof',
    day: 'stale',
  },
  'proofs-failed': {
    label: 'Controls whose proof failed or held in part',
    group: 'in_force',
    of: 'controls with a proof',
    day: 'taken',
  },
  'certificates-90': {
    label: 'Certificates ending within 90 days',
    group: 'certificates',
    of: 'certificates',
    day: 'ends',
  },
  'certificates-over': {
    label: 'Certificates past their printed day',
    group: 'certificates',
    of: 'certificates',
    day: 'ended',
  },
  'certificates-unknown': {
    label: 'Certificates whose end nobody recorded',
    group: 'certificates',
    of: 'certificates',
    day: 'added',
  },
} as const satisfies Record<string, { label: string; group: string; of: string; day: string }>;

export type WaitingWhy = keyof typeof WAITING_WHYS;
export type WaitingGroup = (typeof WAITING_WHYS)[WaitingWhy]['group'];

export const WAITING_LIST = Object.keys(WAITING_WHYS) as WaitingWhy[];

export const isWaitingWhy = (value: unknown): value is WaitingWhy =>
  typeof value === 'string' && Object.hasOwn(WAITING_WHYS, value);

export const GROUP_TITLES: Record<WaitingGroup, string> = {
  changes: 'Open changes by age',
  suppliers: 'Waiting for suppliers',
  in_force: 'Ending, over and still in force',
  certificates: 'Certificates',
};

/** Where a row of a list leads. */
export const targetOf = (why: WaitingWhy, id: string): string => {
  if (why.startsWith('letters')) return `/letters/${id}`;
  if (why.startsWith('certificates')) return `/devices/${id}`;
  if (why.startsWith('proofs')) return `/devices/${id}/proofs`;
  if (why.startsWith('delegations')) return `/settings/delegations/${id}`;
  return `/changes/${id}`;
};
