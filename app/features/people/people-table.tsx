/** The list of people, and the table of what each role may do. */
import { Link } from '@remix-run/react';
import { MATRIX, PERMISSIONS, type Permission } from '~/guard/permissions';
import { ROLE_LABELS, ROLES } from '~/guard/roles';
import { StateBadge } from '~/ui/badge';
import { TableRegion } from '~/ui/table';
import { TimeText } from '~/ui/time';
import type { PersonRow } from './list-people.server';

export const PersonState = ({ person }: { person: { active: boolean; mustChangePassword: boolean } }) =>
  !person.active ? (
    <StateBadge state="plain">deactivated</StateBadge>
  ) : person.mustChangePassword ? (
    <StateBadge state="warning">first password</StateBadge>
  ) : (
    <StateBadge state="success">active</StateBadge>
  );

export const PeopleTable = ({ people }: { people: PersonRow[] }) => (
  <TableRegion label="People">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail address</th>
          <th scope="col">Role</th>
          <th scope="col">Job title</th>
          <th scope="col">Last signed in</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td data-label="">
              <Link to={`/people/${person.id}`}>{person.name}</Link>
            </td>
            <td data-label="E-mail">{person.email}</td>
            <td data-label="Role">{ROLE_LABELS[person.role]}</td>
            <td data-label="Job title">{person.jobTitle || <span className="quiet">not recorded</span>}</td>
            <td data-label="Last signed in">
              {person.lastSignIn ? <TimeText value={person.lastSignIn} /> : <span className="quiet">never</span>}
            </td>
            <td data-label="State">
              <PersonState person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const permissions = Object.entries(PERMISSIONS) as [Permission, string][];

/** The matrix that the server checks, as people read it. */
export const RoleMatrix = () => (
  <TableRegion label="Table of permissions by role">
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">May</th>
          {ROLES.map((role) => (
            <th key={role} scope="col" className="text-center whitespace-normal">
              {ROLE_LABELS[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map(([permission, words]) => (
          <tr key={permission}>
            <th scope="row" className="font-normal whitespace-normal">
              {words}
            </th>
            {ROLES.map((role) => (
              <td key={role} className="text-center">
                {MATRIX[role].includes(permission) ? 'yes' : <span className="quiet">–</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
