import type { Sql, TransactionSql } from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../db/testing';
import { newBrowser } from './testing/browser';
import { fillIntake } from './testing/fill-intake';
import { fillSigning } from './testing/fill-signing';
import { letIn } from './testing/people';
import { type FullHouse, fullHouse } from './testing/two-houses';

/** Tables that belong to no organisation: the application's role may not read one of them. */
const OF_THE_GUARD = [
  'auth_challenges',
  'credentials',
  'known_devices',
  'passkeys',
  'recovery_codes',
  'sessions',
  'sign_in_throttle',
  'totp_factors',
];

describe('the database keeps organisations apart by itself', () => {
  const database = testDatabase();
  let ours: FullHouse;
  let theirs: FullHouse;
  let tenants: string[] = [];

  beforeAll(async () => {
    ours = await fullHouse(database, 'Northbridge');
    theirs = await fullHouse(database, 'Southfield');
    await letIn(newBrowser(), ours.people.engineer);
    for (const house of [ours, theirs]) {
      await fillTheRest(house);
      await database.owner.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${house.orgId}, true)`;
        await fillSigning(tx, house);
        await fillIntake(tx, house);
      });
    }
    const rows = await database.owner`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'org_id' order by 1`;
    tenants = rows.map((row) => row.name);
  }, 60_000);

  /** A row in each table that proposing a change has not written to. */
  const fillTheRest = ({ orgId, ids, people }: FullHouse) =>
    database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${orgId}, true)`;
      const now = new Date();
      const model = { org_id: orgId, model_id: ids.modelId ?? '' };
      const by = { recorded_by: people.engineer.userId, recorded_by_name: people.engineer.name };
      await tx`insert into components ${tx({ ...model, name: 'OpenSSL' })}`;
      await tx`insert into software_versions ${tx({ ...model, release: '4.2.0' })}`;
      await tx`insert into mds2_answers ${tx({ ...model, question: 'CSUP-2.1', answer: 'yes' })}`;
      await tx`insert into model_advisories ${tx({ ...model, advisory: 'A-1', title: 'Advisory', vulnerabilities: '[]' })}`;
      const subject = { subject_type: 'model', subject_id: ids.modelId ?? '', field: 'name', value: '"x"' };
      await tx`insert into register_facts ${tx({ org_id: orgId, ...subject, ...by })}`;
      const statement = { change_id: ids.changeId ?? '', type: 'fact', key: 'os_change', value: '"patch"' };
      await tx`insert into change_statements ${tx({ org_id: orgId, ...statement, ...by })}`;
      await tx`insert into change_options ${tx({ org_id: orgId, change_id: ids.changeId ?? '', option: 'isolation' })}`;
      const claim = { claim_id: ids.claimId ?? '', change_id: ids.changeId ?? '' };
      await tx`insert into claim_changes ${tx({ org_id: orgId, ...claim })}`;
      const letter = { org_id: orgId, letter_id: ids.letterId ?? '', version_number: 1 };
      const post = { channel: 'post', recipient: 'Maker', created_by_name: people.engineer.name };
      await tx`insert into letter_deliveries ${tx({ ...letter, ...post })}`;
      const template = { kind: 'reminder', number: 1, texts: '{}', created_by_name: people.engineer.name };
      await tx`insert into letter_templates ${tx({ org_id: orgId, ...template })}`;
      const certificate = {
        subject: 'CN=Seal',
        issuer: 'CN=CA',
        serial: '1',
        fingerprint: 'ab',
        locked: Buffer.from('x'),
      };
      const clock = { org_id: orgId, letter_id: ids.letterId ?? '', stage: 'acknowledge' };
      const days = { starts_on: now, days: 10, unit: 'working', calendar: 'GB-ENG', first_due: now, due_on: now };
      await tx`insert into letter_clocks ${tx({ ...clock, ...days, origin: 'set here' })}`;
      const step = { step: 'reminder 1', kind: 'reminder', planned_on: now, planned_at: now, status: 'skipped' };
      await tx`insert into ladder_steps ${tx({ ...clock, ...step })}`;
      const pause = { org_id: orgId, letter_id: ids.letterId ?? '', from_on: now, to_on: now, reason: 'asked for' };
      await tx`insert into clock_pauses ${tx(pause)}`;
      const policy = {
        acknowledge_days: 5,
        position_days: 20,
        fix_days: 60,
        reminder_offsets: [1],
        calendar: 'GB-ENG',
      };
      const units = { acknowledge_unit: 'working', position_unit: 'calendar', fix_unit: 'calendar' };
      await tx`insert into clock_policies ${tx({ org_id: orgId, ...policy, ...units })}`;
      const mail = { purpose: 'test', once_key: 'x', to_address: 'a@b.example', subject: 'x', body: 'x' };
      const header = { message_header: '<x@y.example>', created_by_name: people.engineer.name, status: 'stopped' };
      await tx`insert into mail_messages ${tx({ org_id: orgId, ...mail, ...header })}`;
      await tx`insert into seal_certificates ${tx({ org_id: orgId, ...certificate, not_before: now, not_after: now })}`;
    });

  /** Runs as one role inside an organisation; everything is undone afterwards. */
  async function inside<T>(sql: Sql, orgId: string | null, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
    const undo = new Error('undo');
    let result: T | undefined;
    await sql
      .begin(async (tx) => {
        if (orgId) await tx`select set_config('app.org_id', ${orgId}, true)`;
        result = await work(tx);
        throw undo;
      })
      .catch((error) => {
        if (error !== undo) throw error;
      });
    return result as T;
  }
  const count = async (tx: TransactionSql, table: string) =>
    Number((await tx`select count(*) as n from ${tx(table)}`)[0]?.n);

  it('every table with an organisation forces row-level security, with a policy of its own', async () => {
    const bare = await database.owner`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname in ${database.owner(tenants)}
        and (not c.relrowsecurity or not c.relforcerowsecurity
          or not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation'))`;
    expect(bare.map((row) => row.relname)).toEqual([]);
    expect(tenants.length).toBeGreaterThan(15);
  });

  it('leads the key of every such table with the organisation', async () => {
    const rows = await database.owner`
      select c.relname as name, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisprimary and c.relname in ${database.owner(tenants)}`;
    expect(rows.filter((row) => row.first !== 'org_id').map((row) => row.name)).toEqual([]);
    expect(rows).toHaveLength(tenants.length);
  });

  it('knows no other tables than these, the organisations and those of the guard', async () => {
    const rows = await database.owner`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`;
    const others = rows.map((row) => row.name).filter((name) => !tenants.includes(name));
    expect(others.sort()).toEqual(['organisations', ...OF_THE_GUARD].sort());
  });

  it.each(['changemark_app', 'changemark_auth', 'changemark_owner'])('%s cannot pass it', async (role) => {
    const [row] = await database.owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolreplication from pg_roles where rolname = ${role}`;
    expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolreplication: false });
    if (role === 'changemark_owner') return;
    const owned = await database.owner`select 1 from pg_tables where schemaname = 'public' and tableowner = ${role}`;
    expect(owned).toHaveLength(0);
    const above = await database.owner`
      select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = ${role}`;
    expect(above).toHaveLength(0);
  });

  it('shows an organisation its own rows and no other, in every table [ASVS 8.4.1]', async () => {
    const empty: string[] = [];
    for (const table of tenants) {
      const seen = await inside(database.app, ours.orgId, async (tx) => ({
        all: await count(tx, table),
        own: Number((await tx`select count(*) as n from ${tx(table)} where org_id = ${ours.orgId}`)[0]?.n),
      }));
      expect(`${table}: ${seen.all - seen.own} foreign rows`).toBe(`${table}: 0 foreign rows`);
      if (seen.own === 0) empty.push(table);
      expect(`${table}: ${await inside(database.app, null, (tx) => count(tx, table))} without`).toBe(
        `${table}: 0 without`,
      );
    }
    // A table without a row of ours would prove nothing.
    expect(empty).toEqual([]);
    expect(await inside(database.app, ours.orgId, (tx) => count(tx, 'organisations'))).toBe(1);
  });

  it('takes no row for another organisation, in any table, from either role', async () => {
    const columns = await database.owner`
      select table_name as table, column_name as name from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER' and table_name in ${database.owner(tenants)}`;
    const taken: string[] = [];
    for (const table of tenants) {
      const names = columns.filter((column) => column.table === table).map((column) => String(column.name));
      const list = names.map((name) => `"${name}"`).join(', ');
      const values = names.map((name) =>
        name === 'org_id' ? `'${theirs.orgId}'::uuid` : name === 'id' ? 'uuidv7()' : `"${name}"`,
      );
      for (const [role, sql] of [
        ['app', database.app],
        ['auth', database.auth],
      ] as const) {
        const insert = inside(sql, ours.orgId, (tx) =>
          tx.unsafe(`insert into ${table} (${list}) select ${values.join(', ')} from
            (select (jsonb_populate_record(null::${table}, coalesce(
              (select to_jsonb(t) from ${table} t limit 1), '{}'::jsonb))).*) made`),
        );
        const code = await insert.then(
          () => 'taken',
          (error) => String(error.code),
        );
        if (code !== '42501') taken.push(`${role} ${table}: ${code}`);
        const move = inside(sql, ours.orgId, (tx) => tx.unsafe(`update ${table} set org_id = '${theirs.orgId}'`));
        const moved = await move.then(
          (rows) => (rows.count === 0 ? '42501' : 'moved'),
          (error) => String(error.code),
        );
        if (moved !== '42501') taken.push(`${role} moves ${table}: ${moved}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it.each(OF_THE_GUARD)('lets the application read nothing of %s', async (table) => {
    await expect(inside(database.app, ours.orgId, (tx) => count(tx, table))).rejects.toMatchObject({ code: '42501' });
    await expect(inside(database.app, ours.orgId, (tx) => tx`delete from ${tx(table)}`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each([
    'set role changemark_owner',
    'set role changemark_auth',
    'set session_replication_role = replica',
    'alter table audit_events disable trigger append_only',
    'alter table changes disable row level security',
    'create policy all_rows on changes using (true)',
    'create table mine (id int)',
    'create function app_org() returns uuid language sql as $$ select null::uuid $$',
    'drop function app_org() cascade',
    "insert into users (org_id, email, name, role) values (app_org(), 'x@x.example', 'x', 'administrator')",
    "update users set role = 'administrator'",
    "update organisations set name = 'x'",
  ])('refuses the application %s', async (statement) => {
    await expect(inside(database.app, ours.orgId, (tx) => tx.unsafe(statement))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('ends with an error, not with rows, when the organisation is no identifier', async () => {
    await expect(inside(database.app, 'x', (tx) => count(tx, 'changes'))).rejects.toMatchObject({ code: '22P02' });
  });

  it('forgets the organisation with the transaction', async () => {
    await database.app.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${ours.orgId}, true)`;
      expect(await count(tx, 'changes')).toBeGreaterThan(0);
    });
    const rows = await Promise.all(Array.from({ length: 6 }, () => database.app`select 1 from changes`));
    expect(rows.flat()).toHaveLength(0);
  });
});
