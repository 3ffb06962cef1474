/** Why a delegation lets nobody sign although its days have not run out. Pure. */
import { can } from '../../guard/permissions';
import { ROLE_LABELS, type Role } from '../../guard/roles';
import { revocable, type Standing } from './standing';

interface Person {
  name: string;
  active: boolean;
  role: Role;
}

export function idleBecause(of: {
  standing: Standing;
  role: Role;
  principal: Person;
  delegate: Person;
}): string | null {
  const { principal, delegate, role } = of;
  if (!revocable(of.standing)) return null;
  if (!principal.active) return `${principal.name} is deactivated`;
  if (principal.role !== role) return `${principal.name} is no longer ${ROLE_LABELS[role]}`;
  if (!delegate.active) return `${delegate.name} is deactivated`;
  return can(delegate, 'change:sign') ? null : `${delegate.name} has a role that does not sign`;
}
