/** One of each thing that the trail vouches for, made the way the application makes it, for tests that tamper with it. */
import { createHash, randomUUID } from 'node:crypto';
import { inOrganisation } from '../../../db/client.server';
import { signOffRounds } from '../../../db/schema/index.server';
import type { TestDatabase } from '../../../db/testing';
import { assessChange } from '../../features/assessments/assess-change.server';
import { lockChange } from '../../features/changes/change-row.server';
import { type House, house, submitted } from '../../features/changes/testing';
import { buildSnapshot, keepSnapshot } from '../../features/sign-off/build-snapshot.server';
import { writeSignature } from '../../features/sign-off/write-signature.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { record } from '../append.server';
import type { Action, Json } from '../events';
import { checkpointNow } from '../take-checkpoint.server';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (words: string) => Buffer.from(`%PDF-1.7 ${words} `.repeat(6));

const say = (
  by: Actor,
  action: Action,
  object: { type: string; id: string; ref: string },
  detail: Record<string, Json>,
) => inOrganisation(by, (tx) => record(tx, auditActor(by), { action, object, detail }));

/** Signs the present snapshot of a change, as its author and for clinical safety. */
async function sign(at: House, changeId: string): Promise<void> {
  await inOrganisation(at.engineer, async (tx) => {
    const change = await lockChange(tx, at.orgId, changeId);
    if (!change) throw new Error('no change');
    const [round] = await tx
      .insert(signOffRounds)
      .values({
        ...{ orgId: at.orgId, changeId, number: 1, purpose: 'decision', option: 'as_proposed', policyNumber: 0 },
        openedByName: 'Jonas Lindqvist',
      })
      .returning();
    if (!round) throw new Error('no round');
    const snapshot = await keepSnapshot(tx, at.engineer, changeId, await buildSnapshot(tx, at.engineer, change));
    const wish = { change, round, snapshot, exception: null, conditions: [], method: 'password' } as const;
    const shown = { opened: [], lastSeen: null, differences: [], confirmed: [] };
    const one = await writeSignature(tx, at.engineer, {
      ...{ ...wish, slot: 'author', meaning: 'author', reason: 'The facts are mine', shown },
      way: { role: 'engineer', delegation: null },
    });
    const other = await writeSignature(tx, at.safety, {
      ...{ ...wish, slot: 'clinical_safety', meaning: 'review', reason: 'Hazards were looked at', shown },
      way: { role: 'clinical_safety', delegation: null },
    });
    await record(tx, auditActor(at.engineer), one.event, other.event);
  });
}

/** What the application itself makes only with a printer, a supplier or a queue: rows as it would leave them. */
async function storeFiles({ owner }: TestDatabase, at: House, changeId: string): Promise<void> {
  const { orgId, supplierId, engineer } = at;
  for (const n of [1, 2]) {
    const [letter, document, file, attachment, pack] = [1, 2, 3, 4, 5].map(() => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const reply = randomUUID();
    const [pdf, report, answer, photo, zip] = ['letter', 'report', 'answer', 'photo', 'pack'].map((words) =>
      bytesOf(`${words} ${n}`),
    ) as [Buffer, Buffer, Buffer, Buffer, Buffer];
    await owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${orgId}, true)`;
      await tx`insert into letters (org_id, id, reference, kind, status, supplier_id, supplier_name, subject, author_name)
        values (${orgId}, ${letter}, ${`CM-L0${n}`}, 'request', 'issued', ${supplierId}, 'Spacelabs', 'x', 'x')`;
      await tx`insert into letter_versions (org_id, letter_id, number, status, model, authors, created_by_name,
          issued_at, sha256, bytes, approved_sha256)
        values (${orgId}, ${letter}, 1, 'issued', '{}', '{}', 'x', now(), ${sha(pdf)}, ${pdf}, ${'ab'.repeat(32)})`;
      await tx`insert into documents (org_id, id, change_id, assessment_id, kind, reference, model, issued_at, sha256, bytes,
          created_by, created_by_name)
        select ${orgId}, ${document}, ${changeId}, a.id, 'assessment-report', ${`CM-R0${n}`}, '{}', now(), ${sha(report)},
          ${report}, ${engineer.userId}, 'x' from assessments a where a.org_id = ${orgId} limit 1`;
      await tx`insert into replies (org_id, id, letter_id, version_number, channel, status, content_sha256, received_at)
        values (${orgId}, ${reply}, ${letter}, 1, 'link', 'received', ${sha(answer)}, now())`;
      await tx`insert into reply_files (org_id, id, reply_id, name, original_name, media_type, size, sha256, verdict)
        values (${orgId}, ${file}, ${reply}, 'a.pdf', 'a.pdf', 'application/pdf', ${answer.length}, ${sha(answer)}, 'clean')`;
      await tx`insert into file_chunks (org_id, file_id, n, bytes)
        values (${orgId}, ${file}, 0, ${answer.subarray(0, 20)}), (${orgId}, ${file}, 1, ${answer.subarray(20)})`;
      await tx`insert into change_attachments (org_id, id, change_id, purpose, name, original_name, media_type, size, sha256,
          verdict, uploaded_by, uploaded_by_name)
        values (${orgId}, ${attachment}, ${changeId}, 'evidence', 'p.png', 'p.png', 'image/png', ${photo.length},
          ${sha(photo)}, 'clean', ${engineer.userId}, 'x')`;
      await tx`insert into attachment_chunks (org_id, attachment_id, n, bytes) values (${orgId}, ${attachment}, 0, ${photo})`;
      await tx`insert into evidence_packs (org_id, id, number, scope, title, cut_seq, cut_at, status, size, sha256,
          requested_by, requested_by_name)
        values (${orgId}, ${pack}, ${n}, 'change', 'Pack', 1, now(), 'ready', ${zip.length}, ${sha(zip)},
          ${engineer.userId}, 'x')`;
      await tx`insert into evidence_pack_chunks (org_id, pack_id, n, bytes) values (${orgId}, ${pack}, 0, ${zip})`;
    });
    const onLetter = { type: 'letter', id: letter, ref: `CM-L0${n}` };
    const onChange = { type: 'change', id: changeId, ref: 'CM-1' };
    await say(engineer, 'letter.issued', onLetter, {
      ...{ version: 'v1.0', sha256: sha(pdf), approved_sha256: 'ab'.repeat(32) },
    });
    await say(
      engineer,
      'document.rendered',
      { type: 'document', id: document, ref: `CM-R0${n}` },
      { sha256: sha(report) },
    );
    await say(engineer, 'reply.file_added', onLetter, { reply, file, sha256: sha(answer) });
    await say(engineer, 'reply.received', onLetter, { reply, sha256: sha(answer) });
    await say(engineer, 'attachment.added', onChange, { attachment, sha256: sha(photo) });
    await say(engineer, 'pack.ready', { type: 'pack', id: pack, ref: `pack ${n}` }, { sha256: sha(zip) });
  }
}

/** Tables that the trail vouches for, itself included. */
export const COVERED_TABLES = [
  ...['audit_events', 'audit_heads', 'audit_checkpoints', 'change_snapshots', 'signatures', 'assessments'],
  ...['letters', 'letter_versions', 'documents', 'replies', 'reply_files', 'file_chunks', 'change_attachments'],
  ...['attachment_chunks', 'evidence_packs', 'evidence_pack_chunks'],
];

/** Takes away what the database itself would put in the way of somebody with every right on it. */
async function guardsOff({ owner }: TestDatabase): Promise<void> {
  for (const table of COVERED_TABLES) {
    await owner.unsafe(`alter table ${table} disable trigger user`);
    await owner.unsafe(`alter table ${table} disable row level security`);
  }
  await dropConstraints(owner, ['f', 'c']);
}

async function dropConstraints(owner: TestDatabase['owner'], kinds: string[]): Promise<void> {
  const held = await owner<{ statement: string }[]>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where contype::text = any(${kinds}) and conrelid::regclass::text = any(${COVERED_TABLES})`;
  for (const { statement } of held) await owner.unsafe(statement);
}

/** Keys would give a swap or a second row away before anybody looks. Nothing is recorded properly after this. */
async function keysOff({ owner }: TestDatabase): Promise<void> {
  const others = await owner<{ statement: string }[]>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where contype = 'f' and confrelid::regclass::text = any(${COVERED_TABLES})`;
  for (const { statement } of others) await owner.unsafe(statement);
  await dropConstraints(owner, ['p', 'u']);
  const unique = await owner<{ statement: string }[]>`
    select format('drop index %s', indexrelid::regclass) as statement from pg_index
    where indisunique and indrelid::regclass::text = any(${COVERED_TABLES})`;
  for (const { statement } of unique) await owner.unsafe(statement);
}

/** An organisation with an assessed and signed change, letters, reports, files and packs, and two checkpoints. */
export async function coveredHouse(database: TestDatabase): Promise<House> {
  const at = await house(database);
  const changeId = await submitted(at);
  await assessChange(at.engineer, changeId);
  await sign(at, changeId);
  await checkpointNow(at.orgId);
  const second = await submitted(at, ['network_firewall']);
  await sign(at, second);
  await guardsOff(database);
  await storeFiles(database, at, changeId);
  await checkpointNow(at.orgId);
  await keysOff(database);
  return at;
}
