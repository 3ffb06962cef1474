/** What each role may do, in one table. The server checks it at the moment of the act; the tests walk it whole. */
import type { Role } from './roles';

/** Every permission, in the words in which an administrator reads what a role may do. */
export const PERMISSIONS = {
  'account:self': 'own account, password and sessions',
  'device:read': 'see devices and units',
  'device:export': 'take lists away as CSV',
  'device:write': 'add and edit devices and units',
  'certification:write': 'add and edit certifications',
  'supplier:read': 'see suppliers',
  'supplier:write': 'add and edit suppliers and contacts',
  'change:read': 'see changes and assessments',
  'change:propose': 'propose and edit changes',
  'change:answer': 'answer open questions',
  'change:judge_safety': 'judge clinical safety',
  'option:write': 'say what options cost, and on what evidence',
  'document:read': 'read reports and letters',
  'document:draft': 'draft reports and letters',
  'letter:approve': 'approve letters that somebody else wrote',
  'letter:send': 'send letters, record deliveries and replies',
  'letter:settings': 'word letter templates, set clocks and calendars',
  'claim:confirm': 'confirm what suppliers say',
  'mail:manage': 'look after mail and the seal',
  'library:read': 'read the rule library',
  'library:rerun': 'judge past assessments again under another edition',
  'audit:read': 'read and verify the record',
  'people:manage': 'manage people and their roles',
} as const;

export type Permission = keyof typeof PERMISSIONS;

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
  engineer: [
    ...READ,
    'device:write',
    'supplier:write',
    'change:propose',
    'change:answer',
    'option:write',
    'document:draft',
    'letter:send',
    'claim:confirm',
  ],
  clinical_safety: [...READ, 'change:answer', 'change:judge_safety', 'option:write'],
  regulatory_affairs: [
    ...READ,
    'library:rerun',
    'device:write',
    'certification:write',
    'supplier:write',
    'change:propose',
    'change:answer',
    'option:write',
    'document:draft',
    'letter:approve',
    'letter:send',
    'letter:settings',
    'claim:confirm',
    'audit:read',
  ],
  risk_owner: [...READ, 'change:answer'],
  auditor: [...READ, 'audit:read'],
  administrator: [
    ...READ,
    'library:rerun',
    'device:write',
    'supplier:write',
    'letter:settings',
    'mail:manage',
    'audit:read',
    'people:manage',
  ],
};

/** Whether somebody in this role may do this. Pure; the same predicate on server and in views. */
export const can = (actor: { role: Role }, permission: Permission): boolean => MATRIX[actor.role].includes(permission);
