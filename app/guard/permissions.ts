/** What each role may do, in one table. The server checks it at the moment of the act; the tests walk it whole. */
import type { Role } from './roles';

export const PERMISSIONS = [
  'account:self',
  'device:read',
  'device:export',
  'device:write',
  'certification:write',
  'supplier:read',
  'supplier:write',
  'change:read',
  'change:propose',
  'change:answer',
  'change:judge_safety',
  'document:read',
  'document:draft',
  'library:read',
  'audit:read',
  'people:manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const READ: readonly Permission[] = [
  'account:self',
  'device:read',
  'device:export',
  'supplier:read',
  'change:read',
  'document:read',
  'library:read',
];

/** Role → permissions. Nobody has a way round: an administrator who needs to propose changes gets the role for it. */
export const MATRIX: Record<Role, readonly Permission[]> = {
  engineer: [...READ, 'device:write', 'supplier:write', 'change:propose', 'change:answer', 'document:draft'],
  clinical_safety: [...READ, 'change:answer', 'change:judge_safety'],
  regulatory_affairs: [
    ...READ,
    'device:write',
    'certification:write',
    'supplier:write',
    'change:propose',
    'change:answer',
    'document:draft',
    'audit:read',
  ],
  risk_owner: [...READ, 'change:answer'],
  auditor: [...READ, 'audit:read'],
  administrator: [...READ, 'device:write', 'supplier:write', 'audit:read', 'people:manage'],
};

/** Whether somebody in this role may do this. Pure; the same predicate on server and in views. */
export const can = (actor: { role: Role }, permission: Permission): boolean => MATRIX[actor.role].includes(permission);
