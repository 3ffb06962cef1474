import { describe, expect, it } from 'vitest';
import { testDatabase, withDatabase } from './testing';

describe('the test database', () => {
  const database = testDatabase();

  it('is a clone with the schema that the migrations make', async () => {
    const [row] = await database.owner`select to_regclass('public.audit_events')::text as table`;
    expect(row?.table).toBe('audit_events');
  });

  it('lets the application in as a role that row-level security binds', async () => {
    const [role] = await database.app`
      select rolname as name, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`;
    expect(role).toEqual({ name: 'changemark_app', above: false });
  });

  it('shows one clone nothing of another', async () => {
    await withDatabase((one) => one.owner`create table only_here (id int)`);
    await withDatabase(async (other) => {
      const [row] = await other.owner`select to_regclass('only_here') as table`;
      expect(row?.table).toBeNull();
    });
  });

  it('drops a clone when its test is over', async () => {
    const name = await withDatabase(async (gone) => gone.name);
    expect(await database.owner`select 1 from pg_database where datname = ${name}`).toHaveLength(0);
  });
});
