/** Kinds of record that show something to an inspector, and where they are looked at. Pure. */
import type { Permission } from '../../guard/permissions';

export const EVIDENCE_KINDS = {
  acts: { label: 'acts in the record', to: '/record', permission: 'audit:read' },
  refusals: { label: 'refused attempts in the record', to: '/record?action=access.refused', permission: 'audit:read' },
  sign_ins: { label: 'sign-ins in the record', to: '/record?action=session.signed_in', permission: 'audit:read' },
  verifications_of_trail: {
    ...{ label: 'verifications of the record', to: '/record?action=audit.verified', permission: 'audit:read' },
  },
  checkpoints: { label: 'signed checkpoints', to: '/record', permission: 'audit:read' },
  reviews: { label: 'signed reviews of the record', to: '/record', permission: 'audit:read' },
  people: { label: 'people with a role', to: '/people', permission: 'people:manage' },
  changes: { label: 'changes', to: '/changes', permission: 'change:read' },
  closed: { label: 'closed changes', to: '/changes?status=closed', permission: 'change:read' },
  assessments: { label: 'assessments', to: '/changes', permission: 'change:read' },
  snapshots: { label: 'snapshots that signatures cover', to: '/changes', permission: 'change:read' },
  signatures: { label: 'standing signatures', to: '/changes', permission: 'change:read' },
  fallen: { label: 'signatures that fell, each with its reason', to: '/changes', permission: 'change:read' },
  dissents: { label: 'dissents', to: '/changes', permission: 'change:read' },
  conditions: { label: 'conditions met', to: '/changes', permission: 'change:read' },
  implementations: { label: 'records of work on units', to: '/changes', permission: 'change:read' },
  verifications: { label: 'verifications of changes', to: '/changes', permission: 'change:read' },
  hazards: { label: 'hazards in logs', to: '/changes', permission: 'change:read' },
  ratings: { label: 'risk ratings', to: '/changes', permission: 'change:read' },
  acceptances: { label: 'acceptances of residual risk', to: '/changes', permission: 'change:read' },
  permits: { label: 'change permits', to: '/changes', permission: 'change:read' },
  triages: { label: 'decisions on what to report', to: '/changes', permission: 'change:read' },
  emergencies: { label: 'emergencies', to: '/changes', permission: 'change:read' },
  devices: { label: 'device models', to: '/devices', permission: 'device:read' },
  units: { label: 'units', to: '/units', permission: 'device:read' },
  suppliers: { label: 'suppliers', to: '/suppliers', permission: 'supplier:read' },
  letters: { label: 'issued letters', to: '/letters', permission: 'document:read' },
  replies: { label: 'replies of suppliers', to: '/letters', permission: 'document:read' },
  training: { label: 'training records', to: '/settings/training', permission: 'audit:read' },
  accountability: {
    label: 'acceptances of what a signature means',
    to: '/settings/accountability',
    permission: 'account:self',
  },
  delegations: { label: 'delegations', to: '/settings/delegations', permission: 'change:read' },
  exceptions: { label: 'signed exceptions', to: '/settings/exceptions', permission: 'change:read' },
  packs: { label: 'evidence packs', to: '/evidence', permission: 'evidence:build' },
  holds: { label: 'legal holds', to: '/settings/retention', permission: 'retention:manage' },
  disposals: { label: 'disposals by two people', to: '/settings/retention', permission: 'retention:manage' },
} as const satisfies Record<string, { label: string; to: string; permission: Permission }>;

export type EvidenceKey = keyof typeof EVIDENCE_KINDS;
