/** What roles are called and what they may do, in words for people. */
import { MATRIX, PERMISSIONS } from './permissions';
import { ROLE_LABELS, ROLES, type Role } from './roles';

export { ROLE_LABELS };

/** What somebody in a role may do, in words, in the order of the matrix. */
export const ROLE_PERMISSIONS = Object.fromEntries(
  ROLES.map((role) => [role, MATRIX[role].map((permission) => PERMISSIONS[permission])]),
) as Record<Role, string[]>;

/** What each role is for, in one line. */
export const ROLE_PURPOSES: Record<Role, string> = {
  engineer: 'keeps the register, proposes changes, answers technical questions, drafts letters',
  clinical_safety: 'judges whether a change is safe here and now',
  regulatory_affairs: 'keeps certifications, checks each walk against the guidance, drafts letters',
  risk_owner: 'weighs the residual risk; reads everything and answers questions',
  auditor: 'reads everything and verifies the record; changes nothing',
  administrator: 'manages people and the register; does not propose changes',
};
