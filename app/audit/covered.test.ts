/** A thousand random tamperings as the database's superuser: none is missed, and each is named by its place. */

import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../db/client.server';
import * as schema from '../../db/schema/index.server';
import { testDatabase } from '../../db/testing';
import type { House } from '../features/changes/testing';
import { KINDS } from './check-covered.server';
import { Claims } from './covered/claims.server';
import { coveredHouse } from './testing/covered-rows';
import { type ChainReport, verifyBy, verifyChain } from './verify.server';
import type { StoredEvent } from './walk.server';

/** What may be changed in each table, so that the trail has to notice it. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  audit_events: [
    ...[
      'org_id',
      'seq',
      'at',
      'actor_id',
      'actor_name',
      'actor_role',
      'action',
      'object_type',
      'object_id',
      'object_ref',
    ],
    ...['detail', 'reason', 'request_id', 'address', 'previous_hash', 'hash'],
  ],
  audit_heads: ['seq', 'hash'],
  audit_checkpoints: ['org_id', 'seq', 'hash', 'at', 'key_id', 'signature'],
  change_snapshots: ['org_id', 'id', 'change_id', 'number', 'sha256', 'content'],
  signatures: [
    ...['org_id', 'id', 'change_id', 'round_id', 'slot', 'meaning', 'snapshot_id', 'snapshot_sha256', 'signer_id'],
    ...['printed_name', 'role', 'job_title', 'reason', 'method', 'signed_at', 'zone', 'address', 'shown', 'payload'],
    ...['payload_sha256', 'on_behalf_of', 'on_behalf_words', 'delegation_id', 'exception_id'],
  ],
  assessments: ['org_id', 'change_id', 'number', 'library', 'dossier', 'result', 'dossier_sha256'],
  letter_versions: ['org_id', 'letter_id', 'number', 'sha256', 'bytes', 'approved_sha256'],
  documents: ['org_id', 'id', 'sha256', 'bytes'],
  replies: ['org_id', 'id', 'content_sha256'],
  reply_files: ['org_id', 'id', 'sha256', 'size'],
  file_chunks: ['org_id', 'file_id', 'n', 'bytes'],
  change_attachments: ['org_id', 'id', 'sha256', 'size'],
  attachment_chunks: ['org_id', 'attachment_id', 'n', 'bytes'],
  evidence_packs: ['org_id', 'id', 'sha256', 'size'],
  evidence_pack_chunks: ['org_id', 'pack_id', 'n', 'bytes'],
};
const TABLES = Object.keys(COLUMNS);

/** Where a fault in one table may be named: itself, or what it belongs to. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  change_snapshots: ['signatures'],
  file_chunks: ['reply_files'],
  attachment_chunks: ['change_attachments'],
  evidence_pack_chunks: ['evidence_packs'],
  reply_files: ['file_chunks'],
  change_attachments: ['attachment_chunks'],
  evidence_packs: ['evidence_pack_chunks'],
};

/** Which check looks at a table; those of the chain itself are left out. */
const LOOKED_AT_BY: Readonly<Record<string, keyof typeof KINDS>> = {
  audit_checkpoints: 'checkpoints',
  change_snapshots: 'signatures',
  signatures: 'signatures',
  assessments: 'assessments',
  letter_versions: 'letters',
  documents: 'documents',
  replies: 'replies',
  reply_files: 'files',
  file_chunks: 'files',
  change_attachments: 'files',
  attachment_chunks: 'files',
  evidence_packs: 'files',
  evidence_pack_chunks: 'files',
};

/** Numbers that only look random: a failure can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

class RolledBack extends Error {}

describe('whatever a superuser changes [11.70]', () => {
  const database = testDatabase();
  let at: House;
  beforeAll(async () => {
    at = await coveredHouse(database);
    claims = new Claims();
    for (const event of await database.owner<StoredEvent[]>`
      select seq, action, detail, object_id as "objectId", object_ref as "objectRef", address
      from audit_events where org_id = ${at.orgId} order by seq`) {
      claims.hear(event);
    }
  });

  const open = () => drizzle(database.owner, { schema });
  let claims: Claims;

  /** All of it, as the command does. */
  const verifyAll = (tx: Tx): Promise<ChainReport> => {
    const read = <T>(work: (inner: Tx) => Promise<T>) => work(tx);
    return verifyBy({ chain: read, covered: read }, at.orgId, 'Northbridge', true);
  };

  /** Of one table, the part that looks at it: a chain that nobody touched claims what it claimed before. */
  async function verify(tx: Tx, table: string): Promise<{ ok: boolean; fault: string | null; tables: string[] }> {
    const kind = LOOKED_AT_BY[table];
    if (!kind) {
      const { ok, fault, faults } = await verifyAll(tx);
      return { ok, fault, tables: faults.map((one) => one.table) };
    }
    const tables: string[] = [];
    await KINDS[kind]({
      ...{ orgId: at.orgId, claims, deep: true, listenOn: async () => undefined },
      read: (work) => work(tx),
      fault: (one) => tables.push(one.table),
    });
    return { ok: tables.length === 0, fault: null, tables };
  }

  /** Rows of the organisation, each by its place in the table. */
  const places = async (tx: Tx, table: string): Promise<string[]> => {
    const rows = await tx.execute<{ ctid: string }>(
      sql.raw(`select ctid::text as ctid from ${table} where org_id = '${at.orgId}' order by ctid`),
    );
    return rows.map(({ ctid }) => ctid);
  };

  /** One character of one column becomes another one. False when the database has no such value. */
  async function flip(tx: Tx, table: string, column: string, ctid: string, roll: (sides: number) => number) {
    const of = `from ${table} where ctid = '${ctid}'`;
    const [row] = await tx.execute<{ value: string | null; type: string }>(
      sql.raw(`select ${column}::text as value, pg_typeof(${column})::text as type ${of}`),
    );
    if (!row) throw new Error('no row');
    const was = row.value;
    if (was === null || was === '') {
      const filled = row.type === 'uuid' ? 'uuidv7()' : `'x'`;
      await tx.execute(sql.raw(`update ${table} set ${column} = ${filled} where ctid = '${ctid}'`));
      return true;
    }
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const index = roll(was.length);
      const char = '0123456789abcdefZ€'[roll(18)] ?? 'x';
      const is = `${was.slice(0, index)}${char}${was.slice(index + 1)}`;
      const changed = await tx
        .transaction((inner) =>
          inner.execute<{ changed: boolean }>(
            sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${is}::text::${sql.raw(row.type)} where ctid = ${ctid}::tid
              and ${sql.raw(column)} is distinct from ${is}::text::${sql.raw(row.type)} returning true as changed`,
          ),
        )
        .catch(() => []);
      if (changed.length > 0) return true;
    }
    return false;
  }

  async function swap(tx: Tx, table: string, column: string, one: string, other: string) {
    const swapped = await tx.execute(
      sql.raw(`with both_rows as (select ctid as place, ${column} as value from ${table} where ctid in ('${one}', '${other}')),
        distinct_ones as (select count(distinct value::text) = 2 as differ from both_rows)
        update ${table} t set ${column} = b.value from both_rows b, distinct_ones d
        where t.ctid in ('${one}', '${other}') and b.place <> t.ctid and d.differ returning 1`),
    );
    return swapped.length === 2;
  }

  /** Does something to one table. Null: this throw of the dice changes nothing there. */
  async function tamper(tx: Tx, roll: (sides: number) => number): Promise<{ table: string; words: string } | null> {
    const table = TABLES[roll(TABLES.length)] ?? '';
    const columns = COLUMNS[table] ?? [];
    const rows = await places(tx, table);
    const ctid = rows[roll(rows.length)] ?? '';
    const column = columns[roll(columns.length)] ?? '';
    const way = roll(10);
    if (way === 0) {
      await tx.execute(sql.raw(`delete from ${table} where ctid = '${ctid}'`));
      return { table, words: 'a row dropped' };
    }
    if (way === 1 && rows.length > 1) {
      const other = rows.filter((one) => one !== ctid)[roll(rows.length - 1)] ?? '';
      return (await swap(tx, table, column, ctid, other)) ? { table, words: `${column} of two rows swapped` } : null;
    }
    if (way === 2 && !['audit_heads', 'change_snapshots'].includes(table)) {
      const key = { audit_events: 'seq', audit_checkpoints: 'seq', letter_versions: 'number', assessments: 'number' }[
        table
      ];
      const moved = key ?? columns.find((name) => /^(id|n)$/.test(name)) ?? 'n';
      const value = moved === 'id' ? '"id": "01900000-0000-7000-8000-0000000000aa"' : `"${moved}": 90`;
      const more = table === 'assessments' ? ', "id": "01900000-0000-7000-8000-0000000000ab"' : '';
      const names = await tx.execute<{ name: string }>(
        sql.raw(`select string_agg(quote_ident(attname), ', ' order by attnum) as name from pg_attribute
          where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`),
      );
      const list = names[0]?.name ?? '';
      // A chunk beyond a gap belongs to no file; what is read is unchanged.
      if (moved === 'n') return null;
      await tx.execute(
        sql.raw(`insert into ${table} (${list}) select ${list} from (select
        (jsonb_populate_record(t, '{${value}${more}}')).* from ${table} t where ctid = '${ctid}') one`),
      );
      return { table, words: 'a row inserted' };
    }
    return (await flip(tx, table, column, ctid, roll)) ? { table, words: `a character of ${column}` } : null;
  }

  it('begins with everything in order', async () => {
    const report = await verifyChain(at.orgId, 'Northbridge', { deep: true });
    expect(report).toMatchObject({ ok: true, fault: null, faults: [] });
    expect(report.checked).toMatchObject({
      checkpoints: 2,
      signatures: 4,
      letters: 2,
      documents: 2,
      files: 6,
      replies: 2,
    });
    expect(report.checked?.assessments).toBeGreaterThanOrEqual(2);
  });

  it('in one of a thousand ways is found, and its place named [11.10(a)]', async () => {
    const missed: string[] = [];
    const unplaced: string[] = [];
    const counts = new Map<string, number>();
    let done = 0;
    await open().transaction(async (tx) => {
      for (let seed = 1; done < 1000; seed += 1) {
        const once = tx.transaction(async (inner) => {
          // Keys would give a swap away before anybody looks; somebody with these rights drops them.
          const did = await tamper(inner, dice(seed * 7919)).catch((error: { cause?: { code?: string } }) => {
            if (/^23/.test(error.cause?.code ?? '')) return null;
            throw error;
          });
          if (did) {
            done += 1;
            counts.set(did.table, (counts.get(did.table) ?? 0) + 1);
            const report = await verify(inner, did.table);
            const words = `${did.table}: ${did.words} (seed ${seed})`;
            const named = [did.table, ...(NAMED[did.table] ?? [])];
            const inChain = /^audit_(events|heads)$/.test(did.table) && report.fault !== null;
            if (report.ok) missed.push(words);
            else if (!inChain && !report.tables.some((table) => named.includes(table))) unplaced.push(words);
          }
          throw new RolledBack();
        });
        await once.catch((error) => {
          if (!(error instanceof RolledBack)) throw error;
        });
      }
    });
    expect(missed).toEqual([]);
    expect(unplaced).toEqual([]);
    expect([...counts.keys()].sort()).toEqual([...TABLES].sort());
  }, 180_000);
});
