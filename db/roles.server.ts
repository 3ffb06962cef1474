import type { Sql } from 'postgres';
import { CannotStart } from './cannot-start';
import { APP_ROLE, AUTH_ROLE } from './connections.server';

const NOT_ALLOWED = '42501';

function explain(error: unknown, role: string, user: string): never {
  if ((error as { code?: string }).code !== NOT_ALLOWED) throw error;
  throw new CannotStart(
    `The role ${role} is missing or not open to "${user}", who may not arrange it. As an administrator of the database run:\n` +
      `  create role ${role} nosuperuser nobypassrls;\n  grant ${role} to "${user}";`,
    { cause: error },
  );
}

/**
 * Makes sure the roles the application works as exist, and that the owner may act as them. On the embedded server they
 * do from the start; on your own PostgreSQL they are made when the owner may do so, and otherwise the error says what
 * an administrator has to run. Refuses a role that could pass row-level security.
 */
export async function ensureRoles(sql: Sql): Promise<void> {
  const [me] = await sql<{ user: string }[]>`select current_user as user`;
  const user = me?.user ?? '';
  for (const role of [APP_ROLE, AUTH_ROLE]) {
    const [known] = await sql<{ above: boolean }[]>`
      select rolsuper or rolbypassrls as above from pg_roles where rolname = ${role}`;
    if (known?.above)
      throw new CannotStart(`The role ${role} could pass row-level security. Take superuser and bypassrls from it.`);
    try {
      if (!known) await sql`create role ${sql(role)} nosuperuser nobypassrls`;
      const [may] = await sql<{ set: boolean }[]>`select pg_has_role(${role}, 'SET') as set`;
      // On the embedded server each role logs in by itself, so the owner needs no way into it.
      if (!may?.set && !process.env.CHANGEMARK_SOCKET) await sql`grant ${sql(role)} to current_user`;
    } catch (error) {
      explain(error, role, user);
    }
  }
}
