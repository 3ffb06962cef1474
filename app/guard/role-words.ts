/** What roles are called and what they may do, in words for people. */
import { MATRIX, PERMISSIONS } from './permissions';
import { ROLE_LABELS, ROLES, type Role } from './roles';

export { ROLE_LABELS };

/** What somebody in a role may do, in words, in the order of the matrix. */
export const ROLE_PERMISSIONS = Object.fromEntries(
  ROLES.map((role) => [role, MATRIX[role].map((permission) => PERMISSIONS[permission])]),
) as Record<Role, string[]>;
